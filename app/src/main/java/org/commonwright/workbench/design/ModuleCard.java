package org.commonwright.workbench.design;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.manifest.Commons;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.page.Markdown;
import org.commonwright.workbench.preview.PlainText;
import org.jspecify.annotations.Nullable;

/// What the card of a module shows beside its name: who keeps it, its picture, its README.
///
/// @param picture a picture file of the module, from the root of its repository; null for none
/// @param readmeFile null for none
/// @param readme null for none
/// @param readmeFault why the README could not be read; null when it could
record ModuleCard(DesignModule module, List<String> maintainers, @Nullable RepoPath picture,
        @Nullable RepoPath readmeFile, @Nullable Node readme, @Nullable Fault readmeFault) {
    private static final long LARGEST_README = 256L << 10;

    static ModuleCard read(DesignModule module, Commons commons) {
        List<String> people = module.source().own()
                ? commons.maintainersOf(module.path()).map(Commons.Maintainers::people).orElse(List.of())
                : List.of();
        RepoPath picture = pictureOf(module);
        RepoPath readme = readmeOf(module);
        if (readme == null) {
            return new ModuleCard(module, people, picture, null, null, null);
        }
        try {
            byte[] bytes = module.source().tree().read(readme, LARGEST_README);
            Node document = Markdown.parse(PlainText.decode(bytes));
            return new ModuleCard(module, people, picture, readme, document, null);
        } catch (Fault fault) {
            return new ModuleCard(module, people, picture, readme, null, fault);
        }
    }

    /// A picture of the module: the first that its manifest names, else the first in its folder.
    static @Nullable RepoPath pictureOf(DesignModule module) {
        FileTree tree = module.source().tree();
        Optional<RepoPath> declared = module.manifest() == null
                ? Optional.empty()
                : module.manifest().allImages()
                        .map(written -> RelativePath.existing(module.path(), written, tree))
                        .flatMap(Optional::stream).findFirst();
        return declared.or(() -> module.files(FileRole.PICTURE).stream().map(ModuleFile::path).findFirst())
                .orElse(null);
    }

    private static @Nullable RepoPath readmeOf(DesignModule module) {
        return module.files().stream().map(ModuleFile::path)
                .filter(p -> p.fileName().equalsIgnoreCase("readme.md") && p.parent().equals(module.path())).findFirst()
                .orElse(null);
    }
}
