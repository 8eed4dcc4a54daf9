package org.commonwright.cli.review;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Comments;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review comment answer`, `resolve`, `reopen`, `edit`: records something about a thread and says how it stands then.
final class CommentChange {
    private final CliContext context;
    private final CommentAsked asked;

    /// What an answer says.
    static final class Answer extends CommentAsked {
        @Option(names = "--text", description = "what is said; Markdown")
        private String text = "";

        @Option(names = "--suggest", paramLabel = "TEXT", description = "what should stand there instead: of lines, or of a cell")
        private @Nullable String suggestion;

        void say(CommentDesk desk, CommentThread thread) {
            desk.answer(thread, text, Optional.ofNullable(suggestion));
        }
    }

    /// What is said instead.
    static final class Edit extends CommentAsked {
        @Option(names = "--text", required = true, description = "what is said; Markdown")
        private String text = "";

        void say(CommentDesk desk, CommentThread thread) {
            desk.edit(thread.beginning(comment()), text);
        }
    }

    CommentChange(CliContext context, CommentAsked asked) {
        this.context = context;
        this.asked = asked;
    }

    /// @param key the sentence that says it was done
    int thread(String key, BiConsumer<CommentDesk, CommentThread> what) {
        return run(key, comments -> comments.require(asked.comment()), what);
    }

    /// The same, where the comment may be any that was said in a thread.
    int remark(String key, BiConsumer<CommentDesk, CommentThread> what) {
        return run(key, comments -> comments.holding(asked.comment()), what);
    }

    private int run(String key, Function<Comments, CommentThread> which, BiConsumer<CommentDesk, CommentThread> what) {
        return Commenting.at(context, asked.folder(), (repository, _, desk) -> {
            CommentThread thread = which.apply(desk.comments());
            // Looked for first: where that fails, nothing has been recorded.
            var form = new CommentForm(context);
            var place = asked.isJson()
                    ? new Places(repository, head(repository, thread), context.progress()).of(thread)
                    : null;
            what.accept(desk, thread);
            CommentThread now = desk.comments().require(thread.id().hex());
            if (place == null) {
                context.say(key, now.id().abbreviated());
            } else {
                context.json(form.json(now, place));
            }
            return Exit.DONE;
        });
    }

    /// The branch that a thread was made on, as it is now; else what is checked out, else its own commit.
    private CommitId head(GitRepository repository, CommentThread thread) {
        return repository.refs().get("refs/heads/" + new NamesNow(repository, context.progress()).of(thread).branch())
                .or(() -> repository.resolve(thread.at().hex())).or(repository::head).orElse(thread.at());
    }
}
