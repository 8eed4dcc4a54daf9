package org.commonwright.cli.review;

import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.model.ContentId;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Places;
import org.commonwright.review.comment.Pointing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `review comment add`: saying something about a place.
final class CommentAdd {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Mixin
        private CommentPlace place = new CommentPlace();

        @Option(names = "--text", description = "what is said; Markdown")
        private String text = "";

        @Option(names = "--suggest", paramLabel = "TEXT", description = "what should stand there instead: of lines, or of a cell")
        private @Nullable String suggestion;

        @Option(names = "--at", paramLabel = "REV", description = "a branch or a commit; without it the current branch, or the commits of --proposal")
        private @Nullable String revision;

        @Option(names = "--proposal", paramLabel = "PROPOSAL", description = "the proposal that it is said in")
        private @Nullable String proposal;
    }

    CommentAdd(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return Commenting.at(context, options.folder(), (repository, records, desk) -> {
            CommentedOn on = CommentedOn.asked(context, repository, records, options.proposal, options.revision);
            ContentId id = desk.make(on.head(), options.place.anchor(new Pointing(repository, on.head())),
                    on.subject(), options.text, Optional.ofNullable(options.suggestion)).id();
            CommentThread thread = desk.comments().require(id.hex());
            if (options.isJson()) {
                var places = new Places(repository, on.head(), context.progress());
                context.json(new CommentForm(context).json(thread, places.of(thread)));
            } else {
                context.say("comments.added", thread.id().abbreviated());
            }
            return Exit.DONE;
        });
    }
}
