package org.commonwright.cli.review;

import picocli.CommandLine.Parameters;

/// A question about one proposal.
class ProposalAsked extends DesignAsked {
    @Parameters(paramLabel = "PROPOSAL", index = "1")
    private String proposal = "";

    /// Its id, or the beginning of it.
    String proposal() {
        return proposal;
    }
}
