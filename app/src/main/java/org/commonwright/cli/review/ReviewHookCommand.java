package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.commonwright.review.GateHook;
import org.commonwright.review.HostGate;
import org.commonwright.review.MergeWork;
import org.commonwright.review.merge.OwnProgram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review hook install`, and `review gate`, which the hook calls.
@Command(name = "hook", description = "The gate for a plain Git host: refuses pushes that the rules do not allow.")
final class ReviewHookCommand {
    private final CliContext context;

    ReviewHookCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "install", description = "Writes the hook “update” into a repository: guarded branches then move only by merges that the rules let pass.")
    int install(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--branch", paramLabel = "BRANCH", description = "a branch to guard; the repository's main one unless given; may be given several times") @Nullable List<String> branches,
            @Option(names = "--program", paramLabel = "FILE", description = "what starts Commonwright on the host; this program unless given") @Nullable Path program,
            @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            if (program != null && (!Files.isExecutable(program) || Files.isDirectory(program))) {
                throw new Fault("decide.hook-program", program);
            }
            String command = program == null
                    ? OwnProgram.command()
                    : OwnProgram.quoted(program.toAbsolutePath().toString());
            // As the repository spells it: what only looks like a guarded branch is not let in.
            List<String> guarded = branches != null
                    ? branches.stream().map(branch -> spelt(repository, branch)).toList()
                    : List.of(repository.currentBranch().orElseThrow(() -> new Fault("decide.hook-no-branch")));
            Path file = new GateHook(repository).install(guarded, command);
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("hook", file.toString());
                guarded.forEach(node.putArray("branches")::add);
                context.json(node);
            } else {
                context.say("decide.hook-installed", file, String.join(", ", guarded));
            }
            return Exit.DONE;
        }
    }

    /// What the hook asks.
    int gate(Path folder, String ref, String from, String to, List<String> guarded, boolean json) {
        try (GitRepository repository = GitRepository.open(folder);
                var workspace = new Workspace(context.folders().workspace())) {
            var gate = new HostGate(repository, workspace, () -> CliRecords.verified(context), guarded);
            Optional<CommitId> old = commit(from);
            Optional<CommitId> next = commit(to);
            try {
                gate.check(ref, old, next);
            } catch (Fault fault) {
                throw new AnswerNo(fault);
            }
            if (json) {
                context.json(JsonNodeFactory.instance.objectNode().put("ref", ref).put("allowed", true)
                        .put("merge_version", MergeWork.VERSION));
            }
            return Exit.DONE;
        }
    }

    private static String spelt(GitRepository repository, String branch) {
        var there = repository.refs().branches().keySet();
        return there.contains(branch)
                ? branch
                : there.stream().filter(branch::equalsIgnoreCase).findFirst().orElse(branch);
    }

    /// Forty zeros stand for no commit, as Git gives them to hooks.
    private static Optional<CommitId> commit(String text) {
        if (!text.matches("[0-9a-f]{40}")) {
            throw new Fault("decide.gate-commit", text);
        }
        return text.matches("0{40}") ? Optional.empty() : Optional.of(new CommitId(text));
    }
}
