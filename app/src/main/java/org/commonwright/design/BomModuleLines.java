package org.commonwright.design;

import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.MappingFile;

/// Module lines of bills of materials in every format that is read.
public final class BomModuleLines implements ModuleLines {
    @Override
    public List<ModuleLine> read(String file, byte[] bytes) {
        return lines(BomReader.read(file, bytes));
    }

    @Override
    public List<ModuleLine> read(String file, byte[] bytes, String mappingFile, byte[] mapping) {
        return lines(BomReader.read(file, bytes, MappingFile.read(mappingFile, mapping)));
    }

    private static List<ModuleLine> lines(Bom bom) {
        return bom.lines().stream().filter(l -> l.kind() == LineKind.MODULE).map(BomModuleLines::line).toList();
    }

    /// Bills that have no column for the module's folder put it (or a URL) where other parts have their file.
    private static ModuleLine line(BomLine line) {
        return new ModuleLine(line.section(), line.row(), line.part(),
                line.module().isEmpty() ? line.file() : line.module());
    }
}
