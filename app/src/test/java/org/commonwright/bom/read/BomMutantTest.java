package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.sheet.Samples;
import org.commonwright.bom.sheet.Samples.XlsxSheet;
import org.commonwright.bom.sheet.Sheet;
import org.commonwright.bom.sheet.Workbooks;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that nobody wrote: each is read or refused in a sentence, and of each that is read every row is a line or set aside.
/// `-Dcommonwright.mutants=100000` makes as many for each reader.
@Execution(ExecutionMode.CONCURRENT)
class BomMutantTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/bom");
    private static final int MUTANTS = Integer.getInteger("commonwright.mutants", 100);
    private static final long SEED = Seed.chosen();
    /// Seeds that follow each other begin alike.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xml", "xlsx", "xls", "ods", "md", "bullets", "txt"})
    void noMutantLosesARowWithoutAWord(String reader) throws IOException {
        List<byte[]> files = files(reader);
        for (int i = 0; i < MUTANTS; i++) {
            long seed = SEED + i * STEP;
            byte[] mutant = Mutants.of(files.get(i % files.size()), new Random(seed));
            check(reader.equals("bullets") ? "BOM.md" : "m", mutant,
                    reader + ": -Dcommonwright.mutants=" + (i + 1) + " seed " + seed);
        }
    }

    private static void check(String file, byte[] mutant, String which) {
        try {
            Bom bom = BomReader.read(file, mutant);
            long header = bom.tables().isEmpty() ? 0 : 1;
            assertEquals(rows(bom, mutant) - header, bom.rows(), which);
        } catch (Fault fault) {
            assertTrue(fault.code().startsWith("bom."), which + ": " + fault);
        } catch (RuntimeException e) {
            throw new AssertionError(which, e);
        }
    }

    /// The rows of a file, as its container counts them.
    private static long rows(Bom bom, byte[] bytes) {
        return switch (bom.container()) {
            case "csv" -> CsvText.parse("m", bytes, BomReader.DELIMITER).rows().size();
            case "xlsx", "xls", "ods" -> rows(Workbooks.read("m", bytes).sheets());
            case "fods" -> rows(Workbooks.readFlat("m", CsvText.decode("m", bytes).text()).sheets());
            case "markdown", "list" -> CsvText.decode("m", bytes).text().lines().count();
            default -> bom.rows();
        };
    }

    private static long rows(List<Sheet> sheets) {
        return sheets.stream().mapToLong(sheet -> sheet.rows().size()).sum();
    }

    private static List<byte[]> files(String reader) throws IOException {
        List<byte[]> files = new ArrayList<>(own(reader));
        if (Files.isDirectory(CORPUS)) {
            try (var all = Files.list(CORPUS)) {
                for (Path file : all.sorted().toList()) {
                    String name = file.getFileName().toString().replace(".tsv", ".csv");
                    if (name.endsWith("." + reader)) {
                        files.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }

    private static List<byte[]> own(String reader) {
        String table = "<table:table table:name='Parts'>" + Samples.odsRow("Part", "Qty", "Note")
                + Samples.odsRow("rod", "0.8 m", "x")
                + "<table:table-row table:number-rows-repeated='3'><table:table-cell "
                + "office:value-type='float' office:value='5'/></table:table-row></table:table>";
        return switch (reader) {
            case "csv" -> texts("References,Qty,Description,MPN\r\n\"R1,R2\",2,\"10k, 1%\",RC0603\r\nC1-C3,3,1u,\r\n",
                    "Teil;Menge;Einheit\nStab;0,8;m\n\nSumme;1;\n",
                    "Part,Kind,Quantity,Unit,Module\n# c\nlift,module,2,,modules/lift\nrod,buy,0.8,m,\n",
                    "Part,Qty\n<<<<<<< HEAD\na,1\n=======\na,2\n>>>>>>> x\n",
                    "Level,Part,Qty\n0,all,\n1,a,1\n2,b,2\n3,c,4\n1,d,1\n2,b,1\n3,c,4\n1,e,1\n",
                    "Index,Name,Quantity\n1,a,2\n1.1,b,3\n1.1.1,c,1\n2,d,1\n1.2,e,4\n",
                    "Part,Parent,Qty\na,,1\nb,a,2\nc,b,3\nd,a,4\n",
                    "Part,Total Qty\na,2\n  b,4\n  c,6\nd,1\n");
            case "xml" -> texts("<export><components><comp ref=\"R1\"><value>1k</value></comp></components></export>",
                    new String(Samples.fods(table), StandardCharsets.UTF_8));
            case "xlsx" -> List.of(Samples.xlsx(new XlsxSheet("S", "", Samples.header(1)
                    + "<row r='2'><c r='A2' t='inlineStr'><is><t>a</t></is></c><c r='B2'><f>1</f><v>2</v></c></row>"),
                    new XlsxSheet("T", "state='hidden'", "<row r='1'><c r='A1'><v>2</v></c></row>")));
            case "xls" ->
                List.of(Samples.xls(new Object[]{"Part", "Qty"}, new Object[]{"rod", 2}, new Object[]{7, "3 m"}));
            case "ods" -> List.of(Samples.ods(table), Samples.fods(table));
            case "md" -> texts("# List\n\n| Qty | Part |\n|---|---|\n| 2 | M3x10 |\n| 1 | [a](b) *c* |\n\nend\n",
                    "> | Part | Qty |\n> |:-:|--:|\n> | a\\|b | 1<br>x |\n\n- x\n  | Ref | Qty |\n  |-|-|\n  | R1 | 1 |\n");
            case "bullets" -> texts("""
                    # Bill of materials

                    Spindle:

                    * [12x M3x10 screw](https://a.example/s?a=1) - Shop - $3.50
                    - [ ] 4 × **foot** ([link](https://a.example)) – 2 € each
                      - Qty: 3
                      - 2x `M3` nut; brass
                    1. [NEMA17 motor](a/b.stl) (2 pcs)
                    """,
                    "## Parts\n\n- 2x Leg\n  - 4x [rod](https://a.example)\n    text\n\n  - foot x 2\n\n## Notes\n- no\n",
                    "- a\n  - b\n    - c\n      - d assembly\n        - 3 e\n- - f\n> - 2x g\n```\n- h\n```\n");
            default -> texts(
                    "lift_assembly:\nVitamins:\n 2 rod\nSub-assemblies:\n 2 foot_assemblies\n\nfoot_assembly:\n 1 pad\n",
                    "Vitamins:\n    A  B\n  1|  |  1 card\n  2|14| 16 screw\n\nAssemblies:\n  1 A_assembly\n",
                    "- 2 x M3x10\n- M3 nut (x4)\n- 0.8 m of rod\nM4: 3\n");
        };
    }

    private static List<byte[]> texts(String... texts) {
        return List.of(texts).stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
