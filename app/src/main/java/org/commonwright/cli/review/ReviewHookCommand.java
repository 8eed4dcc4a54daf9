package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.review.GateHook;
import org.commonwright.review.merge.OwnProgram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `review hook install`: the gate on a host.
@Command(name = "hook", description = "The gate for a plain Git host: refuses pushes that the rules do not allow.")
final class ReviewHookCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Option(names = "--branch", paramLabel = "BRANCH", description = "a branch to guard; the repository's main one unless given; may be given several times")
        private @Nullable List<String> branches;

        @Option(names = "--program", paramLabel = "FILE", description = "what starts Commonwright on the host; this program unless given")
        private @Nullable Path program;
    }

    ReviewHookCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "install", description = "Writes the hook “update” into a repository: guarded branches then move only by merges that the rules let pass.")
    int install(@Mixin Options options) {
        try (GitRepository repository = GitRepository.open(options.folder())) {
            Path program = options.program;
            if (program != null && (!Files.isExecutable(program) || Files.isDirectory(program))) {
                throw new Fault("decide.hook-program", program);
            }
            String command = program == null
                    ? OwnProgram.command()
                    : OwnProgram.quoted(program.toAbsolutePath().toString());
            // As the repository spells it: what only looks like a guarded branch is not let in.
            List<String> guarded = options.branches != null
                    ? options.branches.stream().map(branch -> spelt(repository, branch)).toList()
                    : List.of(repository.currentBranch().orElseThrow(() -> new Fault("decide.hook-no-branch")));
            Path file = new GateHook(repository).install(guarded, command);
            if (options.isJson()) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("hook", file.toString());
                guarded.forEach(node.putArray("branches")::add);
                context.json(node);
            } else {
                context.say("decide.hook-installed", file, String.join(", ", guarded));
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
}
