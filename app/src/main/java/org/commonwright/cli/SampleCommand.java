package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.model.Person;
import org.commonwright.sample.SampleInstaller;
import org.commonwright.sample.SampleWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sample open [--to DIR]`: lays the sample designs out.
@Command(name = "sample", description = "The sample designs that come with the program.")
final class SampleCommand implements NounCommand {
    private final CliContext context;

    SampleCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "open", description = "Lays the sample designs out as Git repositories; what is there already stays as it is.")
    int open(
            @Option(names = "--to", paramLabel = "DIR", description = "where; without it, the workspace") Optional<Path> to,
            @Option(names = "--json") boolean json) {
        SampleWorkspace samples = new SampleInstaller().install(to.orElse(context.folders().workspace()),
                context.progress());
        if (json) {
            context.json(node(samples));
        } else {
            say(samples);
        }
        return Exit.DONE;
    }

    private void say(SampleWorkspace samples) {
        for (var design : samples.designs()) {
            context.say(design.existed() ? "sample.kept" : "sample.made", design.name(), design.folder());
            design.you().ifPresent(you -> context.say("sample.you", you.name()));
            for (var fork : design.forks()) {
                context.say("sample.fork", fork.owner(), String.join(", ", fork.branches()), fork.folder());
            }
        }
        context.say("sample.home", samples.home());
    }

    private static ObjectNode node(SampleWorkspace samples) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("workspace", samples.folder().toString());
        root.put("home", samples.home().toString());
        var designs = root.putArray("designs");
        for (var design : samples.designs()) {
            ObjectNode node = designs.addObject();
            node.put("name", design.name());
            node.put("folder", design.folder().toString());
            node.put("origin", design.origin().toString());
            node.put("existed", design.existed());
            node.put("you", design.you().map(Person::toString).orElse(null));
            var forks = node.putArray("forks");
            for (var fork : design.forks()) {
                ObjectNode one = forks.addObject();
                one.put("owner", fork.owner());
                one.put("folder", fork.folder().toString());
                var branches = one.putArray("branches");
                fork.branches().forEach(branches::add);
            }
        }
        return root;
    }
}
