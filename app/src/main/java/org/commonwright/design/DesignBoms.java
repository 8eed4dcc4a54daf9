package org.commonwright.design;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.commonwright.bom.Bom;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CanonicalBom;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.design.kicad.KicadBom;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// The bills of materials of a design, to compare two revisions of it.
public final class DesignBoms {
    private DesignBoms() {}

    /// Each module's bill of materials, by the module's path; that of another repository has its name in front, without the
    /// commit, so that it is found in another revision. What cannot be read is told and left out.
    ///
    /// @param other the revision it is compared with: where nothing is said about the columns of a list in `tree`, what is
    ///        said there counts
    public static SequencedMap<String, BomDocument> of(ModuleTree tree, ModuleTree other, Consumer<Problem> problems) {
        FileTree beside = other.root().source().tree();
        SequencedMap<String, BomDocument> boms = new LinkedHashMap<>();
        for (DesignModule module : tree.modules()) {
            RepoPath bom = module.bom();
            if (bom != null && module.section().isEmpty()) {
                String file = module.source().show(bom);
                try {
                    boms.put(key(module), module.source().own()
                            ? document(module.source().tree(), beside, bom, file)
                            : document(module.source().tree(), module.source().tree(), bom, file));
                } catch (Fault unread) {
                    problems.accept(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(),
                            Place.file(file)));
                }
            }
        }
        return boms;
    }

    /// A table as it is; anything else (a netlist) as its canonical table.
    ///
    /// @throws Fault what [BomReader#read] throws
    public static BomDocument read(String file, byte[] bytes) {
        return read(file, bytes, ColumnMapping.NONE);
    }

    /// @param mapping what a person said about its columns
    /// @throws Fault what [BomReader#read] throws
    public static BomDocument read(String file, byte[] bytes, ColumnMapping mapping) {
        return switch (BomReader.open(file, bytes, mapping)) {
            case OpenedBom.Table table -> BomDocument.of(table);
            case OpenedBom.Other other -> CanonicalBom.document(other.read());
        };
    }

    /// A bill of materials of a folder or a commit, with what was said about its columns there: the one way to it.
    ///
    /// @param shownAs its name, for places and sentences
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static OpenedBom open(FileTree tree, RepoPath bom, String shownAs) {
        return KicadBom.isSchematic(bom)
                ? new OpenedBom.Other(KicadBom.read(tree, bom, shownAs))
                : BomReader.open(shownAs, tree.read(bom, BomReader.LIMIT),
                        mapping(tree, bom, shownAs + MappingFile.SUFFIX));
    }

    /// A table as it is; anything else as its canonical table.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static BomDocument document(FileTree tree, RepoPath bom, String shownAs) {
        return document(tree, tree, bom, shownAs);
    }

    /// As above.
    ///
    /// @param other of another revision: what is said about the columns there counts where `tree` says nothing
    public static BomDocument document(FileTree tree, FileTree other, RepoPath bom, String shownAs) {
        if (KicadBom.isSchematic(bom)) {
            return CanonicalBom.document(KicadBom.read(tree, bom, shownAs));
        }
        ColumnMapping mapping = mapping(tree, bom, shownAs + MappingFile.SUFFIX);
        return read(shownAs, tree.read(bom, BomReader.LIMIT), mapping.isEmpty()
                ? mapping(other, bom, shownAs + MappingFile.SUFFIX)
                : mapping);
    }

    /// What a bill of materials of a design says, with what a person said about its columns.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static Bom bom(DesignSource source, RepoPath bom) {
        return settled(source.tree(), bom, open(source.tree(), bom, source.show(bom)).read());
    }

    private static Bom settled(FileTree tree, RepoPath bom, Bom read) {
        return CollectiveLists.settle(tree, bom, read);
    }

    /// Whether a file is called as people call a bill of materials that they keep by hand.
    public static boolean isNamedSo(RepoPath file) {
        return FileNames.isTable(file);
    }

    /// Whether a person chose a file as a list that counts, in a folder above it.
    public static boolean isChosen(FileTree tree, RepoPath file) {
        RepoPath folder = file;
        while (!folder.isRoot()) {
            folder = folder.parent();
            if (FolderLists.chosen(tree, folder).contains(file)) {
                return true;
            }
        }
        return false;
    }

    /// A bill of materials to look at.
    ///
    /// @param inPlace whether an edit may be written back; a separated table as it is; an assembly that it lists and everything else
    ///        are shown as the canonical table they would become
    public record Shown(BomDocument document, boolean inPlace) {}

    /// The bill of materials of a module that has one.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static Shown shown(DesignModule module, RepoPath bom) {
        DesignSource source = module.source();
        return switch (open(source.tree(), bom, source.show(bom))) {
            case OpenedBom.Table table when module.section().isEmpty() -> new Shown(BomDocument.of(table), true);
            case OpenedBom opened ->
                new Shown(CanonicalBom.document(settled(source.tree(), bom, opened.read())
                        .section(module.section())), false);
        };
    }

    /// Where it is kept what a person said about the columns of a file: beside it.
    public static RepoPath mappingFile(RepoPath bom) {
        return new RepoPath(bom.text() + MappingFile.SUFFIX);
    }

    /// What a person said about the columns of a file.
    ///
    /// @throws Fault what [MappingFile#read] throws
    public static ColumnMapping mapping(DesignSource source, RepoPath bom) {
        return mapping(source.tree(), bom, source.show(mappingFile(bom)));
    }

    /// As above, in a folder or a commit.
    ///
    /// @param shownAs the name of what is kept, for sentences
    public static ColumnMapping mapping(FileTree tree, RepoPath bom, String shownAs) {
        RepoPath kept = mappingFile(bom);
        return tree.exists(kept) ? MappingFile.read(shownAs, tree.read(kept, MappingFile.LIMIT)) : ColumnMapping.NONE;
    }

    private static String key(DesignModule module) {
        String path = module.path().text();
        return module.source().own() ? path : module.source().name() + ":" + path;
    }
}
