package org.commonwright.cli.review;

import picocli.CommandLine.Parameters;

/// A question about one comment.
class CommentAsked extends DesignAsked {
    @Parameters(paramLabel = "COMMENT", index = "1")
    private String comment = "";

    /// Its id, or the beginning of it.
    String comment() {
        return comment;
    }
}
