package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Comments;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review comment list`: what was said, and where its places are now.
final class CommentList {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Option(names = "--at", paramLabel = "REV", description = "where the places are looked for; the current branch, or the proposal's commits, unless given")
        private @Nullable String revision;

        @Option(names = "--proposal", paramLabel = "PROPOSAL", description = "only those of this proposal")
        private @Nullable String proposal;

        @Option(names = "--all", description = "also what is resolved")
        private boolean all;
    }

    CommentList(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return Commenting.at(context, options.folder(), (repository, records, desk) -> {
            CommentedOn on = CommentedOn.asked(context, repository, records, options.proposal, options.revision);
            Comments comments = desk.comments();
            List<CommentThread> said = options.proposal == null
                    ? comments.threads()
                    : comments.about(on.subject(), new NamesNow(repository, context.progress()));
            List<CommentThread> shown = said.stream().filter(thread -> options.all || thread.isOpen()).toList();
            var places = new Places(repository, on.head(), context.progress());
            var form = new CommentForm(context);
            if (options.isJson()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("at", on.head().hex());
                ArrayNode list = node.putArray("comments");
                shown.forEach(thread -> list.add(form.json(thread, places.of(thread))));
                node.set("problems", ProblemsJson.of(comments.problems(), context.messages()));
                context.json(node);
            } else {
                if (shown.isEmpty()) {
                    context.say(said.isEmpty() ? "comments.nothing" : "comments.nothing-open", said.size());
                }
                shown.forEach(thread -> form.print(thread, places.of(thread)));
                comments.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
            }
            return Exit.DONE;
        });
    }
}
