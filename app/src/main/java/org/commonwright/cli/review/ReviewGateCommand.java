package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.review.HostGate;
import org.commonwright.review.MergeMemory;
import org.commonwright.review.MergeWork;
import org.commonwright.task.CancelledFault;
import picocli.CommandLine.Option;

/// `review gate`: what a host's hook asks.
final class ReviewGateCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Option(names = "--ref", required = true, paramLabel = "REF", description = "such as refs/heads/main")
        private String ref = "";

        @Option(names = "--from", required = true, paramLabel = "COMMIT", description = "where it is, in full; zeros when it is not there")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "COMMIT", description = "where it is to go, in full; zeros to delete it")
        private String to = "";

        @Option(names = "--branch", paramLabel = "BRANCH", description = "a branch that is guarded, all when none is given; may be given several times")
        private List<String> guarded = new ArrayList<>();
    }

    ReviewGateCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        try (GitRepository repository = GitRepository.open(options.folder());
                var workspace = new Workspace(context.folders().workspace())) {
            var gate = new HostGate(repository, workspace, () -> CliRecords.verified(context), options.guarded,
                    () -> MergeMemory.open(context.folders().cache(), repository), context.progress());
            Optional<CommitId> old = commit(options.from);
            Optional<CommitId> next = commit(options.to);
            try {
                gate.check(options.ref, old, next);
            } catch (CancelledFault cancelled) {
                throw cancelled;
            } catch (Fault fault) {
                throw new AnswerNo(fault);
            }
            if (options.isJson()) {
                context.json(JsonNodeFactory.instance.objectNode().put("ref", options.ref).put("allowed", true)
                        .put("merge_version", MergeWork.VERSION));
            }
            return Exit.DONE;
        }
    }

    /// Forty zeros stand for no commit, as Git gives them to hooks.
    private static Optional<CommitId> commit(String text) {
        if (!text.matches("[0-9a-f]{40}")) {
            throw new Fault("decide.gate-commit", text);
        }
        return text.matches("0{40}") ? Optional.empty() : Optional.of(new CommitId(text));
    }
}
