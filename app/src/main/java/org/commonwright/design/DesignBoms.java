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
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// The bills of materials of a design, to compare two revisions of it.
public final class DesignBoms {
    private static final long LIMIT = 64L << 20;

    private DesignBoms() {}

    /// Each module's bill of materials, by the module's path; that of another repository has its name in front, without the
    /// commit, so that it is found in another revision. What cannot be read is told and left out.
    public static SequencedMap<String, BomDocument> of(ModuleTree tree, Consumer<Problem> problems) {
        SequencedMap<String, BomDocument> boms = new LinkedHashMap<>();
        for (DesignModule module : tree.modules()) {
            RepoPath bom = module.bom();
            if (bom != null && module.section().isEmpty()) {
                String file = module.source().show(bom);
                try {
                    boms.put(key(module), read(file, module.source().tree().read(bom, LIMIT),
                            mapping(module.source(), bom)));
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
        return BomReader.isTable(file, bytes)
                ? BomDocument.parse(file, bytes, mapping)
                : CanonicalBom.document(BomReader.read(file, bytes, mapping));
    }

    /// What a bill of materials of a design says, with what a person said about its columns.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static Bom bom(DesignSource source, RepoPath bom) {
        return BomReader.read(source.show(bom), source.tree().read(bom, LIMIT), mapping(source, bom));
    }

    /// A bill of materials to look at.
    ///
    /// @param inPlace whether an edit may be written back; everything but a separated table is shown as the canonical table
    ///        it would become
    public record Shown(BomDocument document, boolean inPlace) {}

    /// The bill of materials of a module that has one.
    ///
    /// @throws Fault what [BomReader#read] and [MappingFile#read] throw
    public static Shown shown(DesignModule module, RepoPath bom) {
        String file = module.source().show(bom);
        byte[] bytes = module.source().tree().read(bom, LIMIT);
        ColumnMapping mapping = mapping(module.source(), bom);
        return BomReader.isTable(file, bytes)
                ? new Shown(BomDocument.parse(file, bytes, mapping), true)
                : new Shown(CanonicalBom.document(BomReader.read(file, bytes, mapping).section(module.section())),
                        false);
    }

    /// Where it is kept what a person said about the columns of a file: beside it.
    public static RepoPath mappingFile(RepoPath bom) {
        return new RepoPath(bom.text() + MappingFile.SUFFIX);
    }

    /// What a person said about the columns of a file.
    ///
    /// @throws Fault what [MappingFile#read] throws
    public static ColumnMapping mapping(DesignSource source, RepoPath bom) {
        RepoPath kept = mappingFile(bom);
        return source.tree().exists(kept)
                ? MappingFile.read(source.show(kept), source.tree().read(kept, MappingFile.LIMIT))
                : ColumnMapping.NONE;
    }

    private static String key(DesignModule module) {
        String path = module.path().text();
        return module.source().own() ? path : module.source().name() + ":" + path;
    }
}
