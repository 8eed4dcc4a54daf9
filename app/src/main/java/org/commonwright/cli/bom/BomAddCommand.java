package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.add.Adding;
import org.commonwright.design.add.Addition;
import org.commonwright.design.add.KeptAddition;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom add`: a module, or parts of another list, as new lines.
final class BomAddCommand {
    private final CliContext context;

    /// What is added to what.
    static final class Options {
        @Parameters(index = "0", paramLabel = "FILE", description = "a list of a design; its new lines stand at its end")
        private Path file = Path.of("");

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "PART", description = "names, makers' numbers or rows in the list of --from; otherwise all its lines")
        private List<String> parts = List.of();

        @Option(names = "--from", paramLabel = "DIR[:MODULE]", description = "a design, and a module's folder in it, whose lines are added")
        private @Nullable String from;

        @Option(names = "--module", paramLabel = "FOLDER", description = "the folder of a module, in this design or in another, that is added as one line; one of another repository is pinned")
        private @Nullable Path module;

        @Option(names = "--json")
        private boolean json;
    }

    BomAddCommand(CliContext context) {
        this.context = context;
    }

    int add(Options options) {
        if (options.from == null == (options.module == null)) {
            throw new Fault("bom.add-what");
        }
        try (var workspace = new Workspace(context.folders().workspace())) {
            Path design = root(options.file.toAbsolutePath().normalize().getParent());
            DesignModule target = target(workspace, design, options.file);
            DesignBoms.Shown shown = DesignBoms.shown(target, inside(design, options.file));
            if (!shown.inPlace()) {
                throw new Fault("bom.add-read-only", options.file);
            }
            BomDocument document = shown.document();
            var adding = new Adding(workspace, design, target, List.of());
            Addition addition = options.module == null
                    ? lines(workspace, adding, document, options)
                    : adding.module(document, module(workspace, options.module), document.size());
            KeptAddition.write(workspace, design, options.file, document, addition);
            tell(options, addition);
            return Exit.DONE;
        }
    }

    private static Addition lines(Workspace workspace, Adding adding, BomDocument document, Options options) {
        String from = options.from == null ? "" : options.from;
        int colon = from.lastIndexOf(':');
        boolean whole = colon <= 0 || Files.isDirectory(Path.of(from));
        Path folder = Path.of(whole ? from : from.substring(0, colon));
        DesignModule module = find(workspace, folder, path(whole ? "" : from.substring(colon + 1)));
        List<BomLine> all = Adding.lines(module);
        if (options.parts.isEmpty()) {
            return adding.lines(document, module, all, document.size());
        }
        List<BomLine> chosen = new ArrayList<>();
        for (String part : options.parts) {
            String name = PartKey.normalise(part);
            List<BomLine> found = all.stream().filter(line -> PartKey.normalise(line.part()).equals(name)
                    || PartKey.normalise(line.mpn()).equals(name) || part.equals(String.valueOf(line.row()))).toList();
            if (found.isEmpty()) {
                throw new Fault("bom.add-no-part", part, from);
            }
            chosen.addAll(found);
        }
        return adding.lines(document, module, chosen.stream().distinct().toList(), document.size());
    }

    private static RepoPath path(String written) {
        String plain = written.replaceFirst("^[.]?/+", "").replaceFirst("/+$", "");
        if (!RepoPath.isSafe(plain)) {
            throw new Fault("bom.add-no-such-module", written, "");
        }
        return new RepoPath(plain.equals(".") ? "" : plain);
    }

    /// The design that a folder belongs to: its repository, or the folder itself.
    static Path root(Path folder) {
        Path at = folder;
        while (at != null) {
            if (Files.exists(at.resolve(".git"))) {
                try (GitRepository repository = GitRepository.open(at)) {
                    return repository.folder().toAbsolutePath().normalize();
                }
            }
            at = at.getParent();
        }
        return folder;
    }

    private static RepoPath inside(Path design, Path file) {
        return new RepoPath(design.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/'));
    }

    private static DesignModule target(Workspace workspace, Path design, Path file) {
        RepoPath list = inside(design, file);
        return new DesignReader(workspace).read(design).tree().modules().stream()
                .filter(m -> m.source().own() && list.equals(m.bom()) && m.section().isEmpty()).findFirst()
                .orElseThrow(() -> new Fault("bom.add-no-module", file));
    }

    static DesignModule module(Workspace workspace, Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(at)) {
            throw new Fault("design.no-folder", folder);
        }
        Path root = root(at);
        return find(workspace, root, root.equals(at) ? RepoPath.ROOT : inside(root, at));
    }

    private static DesignModule find(Workspace workspace, Path design, RepoPath path) {
        Optional<DesignModule> found = new DesignReader(workspace).read(design).tree().modules().stream()
                .filter(m -> m.source().own() && m.path().equals(path)).findFirst();
        return found.orElseThrow(() -> new Fault("bom.add-no-such-module", path, design));
    }

    private void tell(Options options, Addition addition) {
        if (!options.json) {
            context.say("bom.says-added", addition.lines(), options.file);
            addition.pins().forEach(pin -> context.say("design.says-pinned", pin.name(), pin.commit().abbreviated(),
                    pin.repository()));
            if (!addition.leftOut().isEmpty()) {
                context.say("bom.says-left-out", String.join(", ", addition.leftOut()));
            }
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", options.file.toString()).put("lines",
                addition.lines());
        ArrayNode pins = node.putArray("pins");
        addition.pins().forEach(pin -> pins.addObject().put("name", pin.name()).put("repository", pin.repository())
                .put("path", pin.path().text()).put("commit", pin.commit().hex()));
        ArrayNode left = node.putArray("left_out");
        addition.leftOut().forEach(left::add);
        context.json(node);
    }
}
