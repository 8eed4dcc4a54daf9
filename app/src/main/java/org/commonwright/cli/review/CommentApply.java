package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.Applied;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.SuggestionDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `review comment apply`: making a suggestion true.
final class CommentApply {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends CommentAsked {
        @Option(names = "--branch", paramLabel = "BRANCH", description = "where; the branch that the comment was made on unless given")
        private @Nullable String branch;
    }

    CommentApply(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return Commenting.at(context, options.folder(), (repository, records, desk) -> {
            CommentThread thread = desk.comments().holding(options.comment());
            Remark remark = thread.id().hex().startsWith(options.comment())
                    ? thread.suggested().orElseThrow(() -> new Fault("comments.nothing-suggested"))
                    : thread.beginning(options.comment());
            String on = options.branch != null
                    ? options.branch
                    : new NamesNow(repository, context.progress()).of(thread).branch();
            Applied applied = apply(repository, records, thread, remark, on);
            if (options.isJson()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("commit", applied.commit().hex())
                        .put("branch", on).put("comment", thread.id().hex());
                applied.proposal().ifPresent(put -> node.put("proposal", put.id()).put("put_forward", put.done())
                        .put("said", context.messages().get(put.said().key(), put.said().arguments())));
                context.json(node);
            } else {
                context.say("comments.was-applied", applied.commit().abbreviated(), on);
                applied.proposal().ifPresent(put -> context.say(put.said().key(), put.said().arguments().toArray()));
            }
            return Exit.DONE;
        });
    }

    private Applied apply(GitRepository repository, RecordStore records, CommentThread thread, Remark remark,
            String on) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            return new SuggestionDesk(repository, records, workspace, InstantSource.system()).apply(thread, remark, on);
        } catch (Fault fault) {
            throw fault.code().equals("comments.stale") ? new AnswerNo(fault) : fault;
        }
    }
}
