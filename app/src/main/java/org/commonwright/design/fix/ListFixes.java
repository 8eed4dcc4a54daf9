package org.commonwright.design.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonwright.design.CountedLists;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.manifest.ListChoice;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.files.Toml;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;

/// What a person chooses about the lists of a module: which count, that none does, or that the rule decides again.
public final class ListFixes {
    private static final Pattern LISTS = Pattern.compile("(?m)^lists[ \\t]*=[ \\t]*\\[[^\\]]*\\]");

    private ListFixes() {}

    /// Why nothing can be chosen for a module; empty where something can.
    public static Optional<Messages.Key> refused(DesignModule module) {
        if (!module.source().own()) {
            return Optional.of(Messages.Key.of("bom.own-pinned", module.name()));
        }
        return module.lists().rule() == CountedLists.Rule.ITSELF
                ? Optional.of(Messages.Key.of("design.list-is-module", module.name()))
                : Optional.empty();
    }

    /// Makes these lists count, in this order, and no other of the folder.
    ///
    /// @param files from the root of the repository; none when no list is to count
    /// @throws Fault a reason of [#refused], `design.list-no-file`, `design.lists-many`; what reading a list throws, but for
    ///         `bom.no-header`, which is put right once the list counts
    public static Fix choose(DesignModule module, List<RepoPath> files) {
        check(module);
        if (files.size() > ListChoice.MOST) {
            throw new Fault("design.lists-many", ListChoice.NAME, files.size(), ListChoice.MOST);
        }
        files.forEach(file -> readable(module, file));
        return write(module, files, files.isEmpty()
                ? Messages.Key.of("design.choose-none", shown(module))
                : Messages.Key.of(files.size() == 1 ? "design.choose-list" : "design.choose-lists",
                        files.stream().map(RepoPath::fileName).collect(Collectors.joining(", ")), shown(module)));
    }

    /// Lets the rule decide again. Empty where nothing was chosen.
    ///
    /// @throws Fault a reason of [#refused]
    public static Optional<Fix> forget(DesignModule module) {
        check(module);
        RepoPath kept = module.path().resolve(ListChoice.NAME);
        return text(module, kept).map(was -> Fix.choice(new FileEdit.RemoveFile(kept, was), "design.forget-lists",
                shown(module)));
    }

    /// Ways to put right a choice of which something is gone.
    public static List<Fix> ofGone(DesignModule module) {
        List<Fix> fixes = new ArrayList<>(forget(module).stream().toList());
        if (!fixes.isEmpty() && !module.lists().files().isEmpty()) {
            fixes.add(write(module, module.lists().files(),
                    Messages.Key.of("design.forget-gone", String.join(", ", module.lists().gone()))));
        }
        return fixes;
    }

    private static void check(DesignModule module) {
        refused(module).ifPresent(reason -> {
            throw new Fault(reason.key(), reason.arguments().toArray());
        });
    }

    private static void readable(DesignModule module, RepoPath file) {
        FileTree tree = module.source().tree();
        if (!tree.exists(file)) {
            throw new Fault("design.list-no-file", file);
        }
        try {
            DesignBoms.open(tree, file, module.source().show(file)).read();
        } catch (Fault fault) {
            if (!fault.code().equals("bom.no-header")) {
                throw fault;
            }
        }
    }

    private static Fix write(DesignModule module, List<RepoPath> files, Messages.Key name) {
        RepoPath kept = module.path().resolve(ListChoice.NAME);
        List<String> lists = files.stream().map(file -> RelativePath.from(module.path(), file)).toList();
        String line = lists.stream().map(Toml::quoted).collect(Collectors.joining(", ", "lists = [", "]"));
        Optional<String> was = text(module, kept);
        String text = was.flatMap(before -> changed(before, line, lists))
                .orElse("# Which lists of this folder count, as "
                        + "\"commonwright bom use\" and the window keep it.\nversion = " + ListChoice.VERSION + "\n"
                        + line + "\n");
        return new Fix(name, List.of(new FileEdit.SetText(kept, was.orElse(null), text)), false);
    }

    /// What stood there with only the lists changed; empty where that cannot be done.
    private static Optional<String> changed(String before, String line, List<String> lists) {
        String after = LISTS.matcher(before).replaceFirst(Matcher.quoteReplacement(line));
        try {
            boolean says = ListChoice.read(ListChoice.NAME, after.getBytes(StandardCharsets.UTF_8)).lists()
                    .equals(lists);
            return says ? Optional.of(after) : Optional.empty();
        } catch (Fault _) {
            return Optional.empty();
        }
    }

    /// A file that is no UTF-8 is not understood, and written anew only by hand.
    private static Optional<String> text(DesignModule module, RepoPath kept) {
        FileTree tree = module.source().tree();
        if (!tree.exists(kept)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(tree.read(kept, ListChoice.LIMIT))).toString());
        } catch (CharacterCodingException e) {
            throw new Fault(e, "design.fix-not-utf8", kept);
        }
    }

    private static String shown(DesignModule module) {
        return module.path().isRoot() ? module.name() : module.path().text();
    }
}
