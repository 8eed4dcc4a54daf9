package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files, when they are there.
class BomCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/bom");
    /// Rows counted by eye: lines, rows set aside, pieces in all.
    @ParameterizedTest
    @CsvSource({"1click-example.csv,11,0,14", "1click-example.tsv,11,0,14", "1click-example2.tsv,5,0,7",
            "1click-example3.csv,31,0,83", "1click-example4.tsv,28,0,53", "losh-sBoM.csv,13,0,54",
            "ulx3s_bom.csv,52,15,196", "ulx3s-1-click-bom.tsv,63,0,226", "kicad-kibom-test.xml,14,0,14",
            "1click-example.xlsx,11,0,14", "1click-example.xls,11,0,14",
            "1click-example.ods,11,0,14", "1click-example_empty_cells.xlsx,27,1,48"})
    void readsTheSameRowsAsACarefulPerson(String file, int lines, int skipped, int pieces) throws IOException {
        Bom bom = BomReader.read(file, Files.readAllBytes(there(file)));
        assertEquals(lines, bom.lines().size());
        assertEquals(skipped, bom.skipped().size());
        assertEquals(Quantity.pieces(pieces),
                bom.lines().stream().map(BomLine::quantity).reduce(Quantity.pieces(0), Quantity::plus));
    }

    private static Path there(String file) {
        Path path = CORPUS.resolve(file);
        if (!Files.exists(path)) {
            Assumptions.abort("The real file " + file + " is not beside this checkout.");
        }
        return path;
    }
}
