package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.Remark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `review comment add`, `list`, `answer`, `resolve`, `reopen`, `edit`, `withdraw`, `apply`.
@Command(name = "comment", description = "Comments on lines, cells, models, pictures and modules; they stay with what they are about.")
final class ReviewCommentCommand {
    private final CliContext context;

    ReviewCommentCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "add", description = "Says something about a place of a branch or a proposal. Nobody needs a right to do that.")
    int add(@Mixin CommentAdd.Options options) {
        return new CommentAdd(context, options).run();
    }

    @Command(name = "list", description = "Comments and where their places are now; the resolved ones with --all.")
    int list(@Mixin CommentList.Options options) {
        return new CommentList(context, options).run();
    }

    @Command(name = "answer", description = "Answers a comment.")
    int answer(@Mixin CommentChange.Answer answer) {
        return new CommentChange(context, answer).thread("comments.answered", answer::say);
    }

    @Command(name = "resolve", description = "Says that a comment is settled.")
    int resolve(@Mixin CommentAsked asked) {
        return new CommentChange(context, asked).thread("comments.was-resolved", CommentDesk::resolve);
    }

    @Command(name = "reopen", description = "Says that a comment is not settled after all.")
    int reopen(@Mixin CommentAsked asked) {
        return new CommentChange(context, asked).thread("comments.was-reopened", CommentDesk::reopen);
    }

    @Command(name = "edit", description = "Puts your own words otherwise.")
    int edit(@Mixin CommentChange.Edit edit) {
        return new CommentChange(context, edit).remark("comments.was-edited", edit::say);
    }

    @Command(name = "withdraw", description = "Takes your own words back.")
    int withdraw(@Mixin CommentAsked asked) {
        return Commenting.at(context, asked.folder(), (_, _, desk) -> {
            Remark remark = desk.comments().holding(asked.comment()).beginning(asked.comment());
            desk.withdraw(remark);
            if (asked.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("withdrawn", remark.entry().hex()));
            } else {
                context.say("comments.was-withdrawn", remark.entry().abbreviated());
            }
            return Exit.DONE;
        });
    }

    @Command(name = "apply", description = "Makes a suggestion true with one commit; ends with 1 when what it is about has changed.")
    int apply(@Mixin CommentApply.Options options) {
        return new CommentApply(context, options).run();
    }
}
