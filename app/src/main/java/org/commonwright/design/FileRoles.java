package org.commonwright.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Sorts a module's files by what they are for: what its manifest declares, else the folder, else the extension.
final class FileRoles {
    private final RepoPath folder;
    private final Map<RepoPath, FileRole> declared = new HashMap<>();

    FileRoles(RepoPath folder, @Nullable Manifest manifest, FileTree tree) {
        this.folder = folder;
        if (manifest != null) {
            declare(manifest.docs().stream(), FileRole.DOCS, manifest, tree);
            declare(manifest.allImages(), FileRole.PICTURE, manifest, tree);
            declare(manifest.allExports(), FileRole.EXPORT, manifest, tree);
            declare(manifest.allSources(), FileRole.SOURCE, manifest, tree);
            declare(manifest.bom().stream(), FileRole.BOM, manifest, tree);
        }
    }

    List<ModuleFile> sort(List<RepoPath> files) {
        return files.stream().map(f -> new ModuleFile(f, role(f))).toList();
    }

    /// Open Know-How 1.0 allows a folder in place of its files.
    private void declare(Stream<String> paths, FileRole role, Manifest manifest, FileTree tree) {
        paths.forEach(p -> RelativePath.existing(manifest.file().parent(), p, tree).ifPresentOrElse(
                file -> declared.put(file, role),
                () -> RelativePath.resolve(manifest.file().parent(), p)
                        .filter(at -> manifest.isYaml() && !at.equals(folder))
                        .ifPresent(at -> tree.files().stream().filter(f -> f.isUnder(at))
                                .forEach(f -> declared.putIfAbsent(f, role)))));
    }

    private FileRole role(RepoPath file) {
        String name = file.fileName();
        if (FileNames.isManifest(file) || FileNames.isOldManifest(file) || name.equals("commons.toml")
                || name.equals("commons.lock")) {
            return FileRole.MANIFEST;
        }
        FileRole said = declared.get(file);
        if (said != null) {
            return said;
        }
        if (FileNames.isOffers(file)) {
            return FileRole.OFFERS;
        }
        return FileNames.isBom(file) ? FileRole.BOM : byFolder(file);
    }

    /// The folder nearest to the file that says something; pictures and texts stay what they are among documents and exports,
    /// except drawings that a machine may cut.
    private FileRole byFolder(RepoPath file) {
        FileRole own = FileNames.byExtension(file);
        for (RepoPath f = file.parent(); f.isUnder(folder) && !f.equals(folder); f = f.parent()) {
            FileRole role = FileNames.folderRole(f.fileName()).orElse(null);
            if (role != null && role != FileRole.BOM) {
                boolean text = own == FileRole.PICTURE || own == FileRole.DOCS;
                boolean document = role == FileRole.DOCS || role == FileRole.PICTURE;
                boolean made = role == FileRole.EXPORT || role == FileRole.FABRICATION;
                return text && (document || made && !FileNames.extension(file).equals("svg")) ? own : role;
            }
        }
        return own;
    }
}
