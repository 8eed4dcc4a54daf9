package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleLists;
import org.commonwright.design.ModuleLists.Listed;
import org.commonwright.design.Workspace;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.Fixing;
import org.commonwright.design.fix.ListFixes;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom use`: which lists of a module's folder count, and why.
final class BomUseCommand {
    private final CliContext context;

    /// What is to count; a folder alone is only shown.
    static final class Options {
        @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "lists that count from now on, several add up; or the folder of a module, whose lists are shown")
        private List<Path> paths = List.of();

        @Option(names = "--module", paramLabel = "DIR", description = "the folder of the module, where it is not the one that the file lies in")
        private @Nullable Path module;

        @Option(names = "--none", description = "no list of the folder counts")
        private boolean none;

        @Option(names = "--forget", description = "forget what was chosen; the rule decides again")
        private boolean forget;

        @Option(names = "--json")
        private boolean json;
    }

    BomUseCommand(CliContext context) {
        this.context = context;
    }

    int use(Options options) {
        boolean folder = options.paths.size() == 1 && Files.isDirectory(options.paths.getFirst());
        boolean all = options.none || options.forget;
        if (options.none && options.forget || all && !folder || folder && options.module != null) {
            throw new Fault("bom.use-what");
        }
        try (var workspace = new Workspace(context.folders().workspace())) {
            Path at = options.paths.getFirst().toAbsolutePath().normalize();
            Path design = BomAddCommand.root(folder ? at : at.getParent());
            DesignModule module = folder
                    ? BomAddCommand.module(workspace, options.paths.getFirst())
                    : options.module == null
                            ? holding(workspace, design, at)
                            : BomAddCommand.module(workspace, options.module);
            Optional<Fix> fix = fix(options, design, module, folder);
            fix.ifPresent(made -> Fixing.apply(design, made));
            DesignModule now = fix.isEmpty() ? module : again(workspace, design, module);
            tell(options, ModuleLists.of(now), fix);
            return Exit.DONE;
        }
    }

    private static Optional<Fix> fix(Options options, Path design, DesignModule module, boolean folder) {
        if (options.forget) {
            return ListFixes.forget(module);
        }
        if (folder && !options.none) {
            return Optional.empty();
        }
        List<RepoPath> files = new ArrayList<>();
        for (Path path : folder ? List.<Path>of() : options.paths) {
            RepoPath file = inside(design, path);
            if (!files.contains(file)) {
                files.add(file);
            }
        }
        return Optional.of(ListFixes.choose(module, files));
    }

    /// @throws Fault `bom.use-outside` for a file of another repository
    private static RepoPath inside(Path design, Path path) {
        Path file = path.toAbsolutePath().normalize();
        String text = file.startsWith(design) ? design.relativize(file).toString().replace('\\', '/') : "";
        if (text.isEmpty() || !RepoPath.isSafe(text)) {
            throw new Fault("bom.use-outside", path, design);
        }
        return new RepoPath(text);
    }

    /// The module whose file it is.
    private static DesignModule holding(Workspace workspace, Path design, Path path) {
        RepoPath file = inside(design, path);
        List<DesignModule> modules = new DesignReader(workspace).read(design).tree().modules();
        return modules.stream().filter(m -> m.source().own() && m.files().stream().anyMatch(f -> f.path().equals(file)))
                .findFirst().orElseThrow(() -> new Fault("design.list-no-file", file));
    }

    private static DesignModule again(Workspace workspace, Path design, DesignModule module) {
        return new DesignReader(workspace).read(design).tree().modules().stream()
                .filter(m -> m.source().own() && m.path().equals(module.path())).findFirst().orElse(module);
    }

    private void tell(Options options, ModuleLists lists, Optional<Fix> made) {
        DesignModule module = lists.module();
        if (options.json) {
            context.json(json(lists, made));
            return;
        }
        made.ifPresent(fix -> context.say(fix.name().key(), fix.name().arguments().toArray()));
        if (options.forget && made.isEmpty()) {
            context.say("design.forget-nothing", module.name());
        }
        if (lists.files().isEmpty()) {
            context.say("design.list-none", module.name());
        }
        for (Listed one : lists.files()) {
            String why = words(one.why());
            String lines = one.unread().map(fault -> context.messages().get(fault))
                    .orElseGet(() -> context.messages().get("bom.use-lines", one.lines()));
            context.say(one.counts() ? "bom.use-counts" : "bom.use-counts-not", one.file(), lines, why);
        }
        if (lists.more() > 0) {
            context.say("bom.use-more", lists.more());
        }
    }

    private String words(Messages.Key key) {
        return context.messages().get(key.key(), key.arguments());
    }

    private ObjectNode json(ModuleLists lists, Optional<Fix> made) {
        DesignModule module = lists.module();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("module", module.path().text())
                .put("rule", module.lists().rule().name().toLowerCase(Locale.ROOT))
                .put("written", made.isPresent() ? module.path().resolve(ListChoice.NAME).text() : "")
                .put("done", made.map(fix -> words(fix.name())).orElse(""));
        ArrayNode counted = node.putArray("lists");
        module.lists().files().forEach(file -> counted.add(file.text()));
        ArrayNode gone = node.putArray("gone");
        module.lists().gone().forEach(gone::add);
        ArrayNode files = node.putArray("files");
        for (Listed one : lists.files()) {
            ObjectNode file = files.addObject().put("file", one.file().text()).put("counts", one.counts())
                    .put("why", words(one.why()));
            if (one.unread().isPresent()) {
                file.putNull("lines").put("unread", context.messages().get(one.unread().get()));
            } else {
                file.put("lines", one.lines()).put("unread", "");
            }
        }
        return node.put("not_looked_at", lists.more());
    }
}
