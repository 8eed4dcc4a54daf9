package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.cli.frame.Shown;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.Pinning;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design tree`, `design check`, `design manifest`, `design pin`, `design update`: designs and their modules.
@Command(name = "design", description = "Designs: their modules, what is wrong with them, modules pinned from other repositories.")
public final class DesignCommand implements NounCommand {
    private final CliContext context;

    public DesignCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "tree", description = "The modules of a design, to any depth.")
    int tree(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk") @Nullable String revision,
            @Option(names = "--json") boolean json) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            Design design = read(workspace, folder, revision);
            List<Problem> problems = design.tree().problems();
            if (json) {
                context.json(new DesignJson(context.messages()).design(design.tree(), design.commit(), problems));
            } else {
                show(design.tree().root());
                problems.forEach(p -> context.out().println(context.messages().get(p)));
            }
            return Exit.DONE;
        }
    }

    @Command(name = "check", description = "What is wrong with a design, and how it can be put right; ends with 1 when something stops a release.")
    int check(@Mixin DesignCheckCommand.Options options) {
        return new DesignCheckCommand(context).run(options);
    }

    @Command(name = "manifest", description = "The manifests of a design's modules: what they lack, what the repository tells, and writing it.")
    int manifest(@Mixin DesignManifestCommand.Options options) {
        return new DesignManifestCommand(context).run(options);
    }

    @Command(name = "instructions", description = "Assembly instructions of all modules as one page, HTML or PDF, with the parts and tools of each step.")
    int instructions(@Mixin DesignInstructionsCommand.Options options) {
        return new DesignInstructionsCommand(context).run(options);
    }

    @Command(name = "report", description = "Whether the documentation is complete, or whether the thing can be kept alive, each answer with its evidence.")
    int report(@Mixin DesignReportCommand.Options options) {
        return new DesignReportCommand(context).run(options);
    }

    @Command(name = "release", description = "Writes a release of a commit: sources, exports, modules from elsewhere, bills of materials, instructions, licences and checksums in one archive that comes out the same everywhere.")
    int release(@Mixin DesignReleaseCommand.Options options) {
        return new DesignReleaseCommand(context).release(options);
    }

    @Command(name = "verify", description = "Whether an archive is still as it was released; ends with 1 when it is not.")
    int verify(@Mixin DesignReleaseCommand.Verify options) {
        return new DesignReleaseCommand(context).verify(options);
    }

    @Command(name = "pin", description = "Takes a module from another repository: writes its commit and tree hash to commons.lock.")
    int pin(@Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "NAME", description = "what bills of materials call it: @NAME") String name,
            @Option(names = "--from", required = true, paramLabel = "REPOSITORY", description = "a URL or the name of a design in the workspace") String repository,
            @Option(names = "--path", defaultValue = "", paramLabel = "FOLDER", description = "the module's folder there") String path,
            @Option(names = "--at", defaultValue = "HEAD", paramLabel = "REV") String revision,
            @Option(names = "--json") boolean json) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            LockEntry entry = new Pinning(workspace).pin(folder, name, repository, path, revision);
            if (json) {
                context.json(JsonNodeFactory.instance.objectNode().put("name", entry.name())
                        .put("repository", entry.repository()).put("path", entry.path().text())
                        .put("commit", entry.commit().hex()).put("tree", entry.tree()));
            } else {
                context.say("design.says-pinned", entry.name(), entry.commit().abbreviated(), entry.repository());
            }
            return Exit.DONE;
        }
    }

    @Command(name = "pins", description = "The modules taken from other repositories: their commits, what is newer, which lines ask for them.")
    int pins(@Mixin DesignPinsCommand.Options options) {
        return new DesignPinsCommand(context).list(options);
    }

    @Command(name = "unpin", description = "Takes a pinned module out of commons.lock.")
    int unpin(@Mixin DesignPinsCommand.Unpin options) {
        return new DesignPinsCommand(context).unpin(options);
    }

    @Command(name = "update", description = "What moving pins to newer commits would change in parts, cost and licences; --apply moves them.")
    int update(@Mixin DesignUpdateCommand.Options options) {
        return new DesignUpdateCommand(context, options).run();
    }

    private static Design read(Workspace workspace, Path folder, @Nullable String revision) {
        return new DesignReader(workspace).read(folder, revision);
    }

    private record Shown(DesignModule module, int depth) {}

    private void show(DesignModule root) {
        Deque<Shown> todo = new ArrayDeque<>(List.of(new Shown(root, 0)));
        for (int n = 0; !todo.isEmpty() && n < DesignJson.MOST; n++) {
            Shown at = todo.pop();
            DesignModule m = at.module;
            RepoPath path = m.path();
            String where = m.source().own() ? path.text() : m.source().show(path);
            String line = String.join("  ", m.name(), m.version(), m.licence(), where).stripTrailing();
            context.out().println("  ".repeat(Math.min(at.depth, DesignJson.DEEPEST)) + line);
            m.modules().reversed().forEach(child -> todo.push(new Shown(child, at.depth + 1)));
        }
    }
}
