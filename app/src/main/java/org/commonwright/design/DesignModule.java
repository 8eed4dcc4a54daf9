package org.commonwright.design;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One module: a folder of a repository, what its manifest says, its files and the modules in it. The same module used
/// twice is the same object; two are equal only when they are the same. A tree of them may be of any depth, so walk it with
/// a stack, not by calls.
public final class DesignModule {
    private final DesignSource source;
    private final RepoPath path;
    private final String name;
    private final @Nullable Manifest manifest;
    private final CountedLists lists;
    private final @Nullable RepoPath bom;
    private final @Nullable RepoPath offers;
    private final String licence;
    private final List<ModuleFile> files;
    private final List<Submodule> submodules;
    private final LineFiles lineFiles;

    DesignModule(ModuleFolder folder, List<Submodule> submodules) {
        this.source = folder.source();
        this.path = folder.path();
        this.name = folder.name();
        this.manifest = folder.manifest();
        this.lists = folder.lists();
        this.bom = folder.bom();
        this.offers = folder.offers();
        this.licence = folder.licence();
        this.files = folder.files();
        this.submodules = List.copyOf(submodules);
        this.lineFiles = new LineFiles(bom == null ? path : bom.parent(), source.tree());
    }

    /// One use of a module in another.
    ///
    /// @param row the row of the bill of materials that asks for it; 0 when it is there only as a folder
    /// @param name what it is called there
    /// @param module null when it could not be found; a problem of the tree says why
    public record Submodule(int row, String name, @Nullable DesignModule module) {}

    /// The repository state that it is in.
    public DesignSource source() {
        return source;
    }

    /// Its folder in its repository; the root is the empty path.
    public RepoPath path() {
        return path;
    }

    /// As its manifest says, else the folder's name, else the design's.
    public String name() {
        return name;
    }

    /// Empty when no manifest says.
    public String version() {
        return manifest == null ? "" : manifest.version();
    }

    /// An SPDX expression: its manifest's, else that of the module whose folder it lies in; empty when none says.
    public String licence() {
        return licence;
    }

    /// What it is for; empty when no manifest says.
    public String function() {
        return manifest == null ? "" : manifest.function();
    }

    /// Null for a module that was inferred from its files.
    public @Nullable Manifest manifest() {
        return manifest;
    }

    /// The lists in its folder that count, and why these. Several that add up are modules below it.
    public CountedLists lists() {
        return lists;
    }

    /// Its bill of materials, from the root of its repository; null without one, and where several lists add up.
    public @Nullable RepoPath bom() {
        return bom;
    }

    /// The assembly of [#bom] that this module is, where a list or a table's levels describe several; else empty.
    public String section() {
        return bom == null ? "" : ListPath.section(path, bom);
    }

    /// The file that a line of [#bom] names: by its path from there or from the root of the repository; a bare name also as the
    /// only file of that name in the folder that the list describes, with all below it. Empty when it is not there.
    public Optional<RepoPath> lineFile(String written) {
        return lineFiles.find(written);
    }

    /// What suppliers ask for its parts, from the root of its repository.
    public @Nullable RepoPath offers() {
        return offers;
    }

    /// Its own files, without those of modules in folders below.
    public List<ModuleFile> files() {
        return files;
    }

    public List<ModuleFile> files(FileRole role) {
        return files.stream().filter(f -> f.role() == role).toList();
    }

    /// In the order of the bill of materials, then those that are only there as folders.
    public List<Submodule> submodules() {
        return submodules;
    }

    /// The modules among [#submodules] that were found, each once.
    public List<DesignModule> modules() {
        return submodules.stream().map(Submodule::module).filter(Objects::nonNull).distinct().toList();
    }

    @Override
    public String toString() {
        return name() + " (" + source.show(path) + ")";
    }
}
