package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.git.GitDrivers;
import org.commonwright.git.GitRepository;
import org.commonwright.review.merge.BomDriver;
import org.commonwright.review.merge.OwnProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `git install`, `git remove`, `git status`: plain `git merge` and `git diff` read bills of materials as this program does.
@Command(name = "git", description = "Plain git merge and git diff read bills of materials by part and cell.")
public final class GitCommand implements NounCommand {
    private final CliContext context;

    public GitCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "install", description = "Tells Git in this clone to merge and to compare bills of materials with this program.")
    int install(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--share", description = "adds the lines to .gitattributes too, so that every clone that has the program uses it") boolean share,
            @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            GitDrivers drivers = repository.drivers();
            List<Path> files = share
                    ? List.of(drivers.ownAttributes(), drivers.sharedAttributes())
                    : List.of(drivers.ownAttributes());
            drivers.install(BomDriver.of(OwnProgram.command()), files);
            if (json) {
                context.json(state(drivers, files));
            } else {
                context.say("merging.installed", repository.folder());
                files.forEach(file -> context.say("merging.attributes", file));
                BomDriver.of("").attributes().forEach(line -> context.out().println("  " + line));
                if (!share) {
                    context.say("merging.share", repository.folder());
                }
            }
        }
        return Exit.DONE;
    }

    @Command(name = "remove", description = "Takes it back; .gitattributes stays as it is.")
    int remove(@Parameters(paramLabel = "DIR") Path folder, @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            boolean was = repository.drivers().remove(BomDriver.of(""));
            if (json) {
                context.json(state(repository.drivers(), List.of()));
            } else {
                context.say(was ? "merging.removed" : "merging.was-not", repository.folder());
            }
        }
        return Exit.DONE;
    }

    @Command(name = "status", description = "Whether Git is told; ends with 1 when it is not.")
    int status(@Parameters(paramLabel = "DIR") Path folder, @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            GitDrivers drivers = repository.drivers();
            boolean installed = drivers.isInstalled(BomDriver.NAME);
            if (json) {
                context.json(state(drivers, List.of()));
            } else if (installed) {
                context.say("merging.is-installed", repository.folder(), drivers.mergeCommand(BomDriver.NAME));
            } else {
                context.say("merging.is-not", repository.folder());
            }
            return installed ? Exit.DONE : Exit.NO;
        }
    }

    @Command(name = "diff", description = "What Git calls to show a change: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE.")
    int diff(@Parameters(paramLabel = "ARGUMENT", arity = "7..9") List<String> arguments) {
        new GitDiff(context).diff(arguments.getFirst(), new File(arguments.get(1)).toPath(),
                new File(arguments.get(4)).toPath());
        return Exit.DONE;
    }

    @Command(name = "text", description = "A bill of materials as lines that Git can compare: one for each cell, sorted by part.")
    int text(@Parameters(paramLabel = "FILE") Path file) {
        new GitDiff(context).text(file);
        return Exit.DONE;
    }

    private static ObjectNode state(GitDrivers drivers, List<Path> files) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("installed", drivers.isInstalled(BomDriver.NAME))
                .put("merge", drivers.mergeCommand(BomDriver.NAME));
        ArrayNode lines = node.putArray("attributes");
        BomDriver.of("").attributes().forEach(lines::add);
        ArrayNode written = node.putArray("files");
        files.forEach(file -> written.add(file.toString()));
        return node;
    }
}
