package org.commonwright.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.commonwright.bom.Bom;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.sheet.Samples;
import org.commonwright.bom.sheet.Samples.XlsxSheet;

/// Reading bills of materials: ours reads and understands every row, the peer only cuts its cells.
final class ReadBench {
    private static final int ROWS = 1_000_000;
    private static final int SHEET_ROWS = 50_000;
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/bom");

    private ReadBench() {}

    static List<BenchRow> run() throws IOException {
        List<BenchRow> rows = new ArrayList<>();
        var text = new StringBuilder("Part,Kind,Quantity,Unit,Description,Manufacturer,MPN,Notes\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("part-").append(i).append(",buy,").append(i % 50 + 1).append(",pcs,\"Part, number ").append(i)
                    .append("\",Maker,MPN-").append(i).append(",\n");
        }
        String whole = text.toString();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        double ours = best(3, () -> BomReader.read("bom.csv", bytes));
        double theirs = best(3, () -> cells(whole));
        rows.add(new BenchRow("bill of materials of 1,000,000 rows read and understood", ROWS / ours, "rows/s",
                "Commons CSV, cells only", ROWS / theirs));
        rows.add(BenchRow.alone("memory of each of these lines, its texts included", memory(bytes), "bytes"));
        byte[] book = book();
        double sheet = best(3, () -> BomReader.read("bom.xlsx", book));
        rows.add(BenchRow.alone("workbook (xlsx) of 50,000 rows read and understood", SHEET_ROWS / sheet, "rows/s"));
        Optional<Path> largest = largest();
        if (largest.isPresent()) {
            byte[] real = Files.readAllBytes(largest.get());
            double opened = best(50, () -> BomReader.read(largest.get().toString(), real)) * 1000;
            rows.add(BenchRow.alone("largest real bill of materials (" + largest.get().getFileName() + ", "
                    + real.length / 1024 + " KiB) to its table", opened, "ms"));
        }
        return rows;
    }

    private static List<?> cells(String whole) {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(whole))) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double memory(byte[] bytes) {
        long before = used();
        Bom bom = BomReader.read("bom.csv", bytes);
        long after = used();
        return (double) (after - before) / bom.lines().size();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static byte[] book() {
        var data = new StringBuilder(Samples.header(1));
        for (int i = 2; i <= SHEET_ROWS + 1; i++) {
            data.append(
                    "<row r='%1$d'><c r='A%1$d' t='inlineStr'><is><t>part-%1$d</t></is></c><c r='B%1$d'><v>3</v></c></row>"
                            .formatted(i));
        }
        return Samples.xlsx(new XlsxSheet("Parts", "", data.toString()));
    }

    private static Optional<Path> largest() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Optional.empty();
        }
        try (var files = Files.list(CORPUS)) {
            return files.max(Comparator.comparingLong(f -> f.toFile().length()));
        }
    }

    private static double best(int repeats, Supplier<?> work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < repeats + 2; i++) {
            long from = System.nanoTime();
            Object result = work.get();
            double seconds = (System.nanoTime() - from) / 1e9;
            if (result == null) {
                throw new IllegalStateException("no result");
            }
            best = i < 2 ? best : Math.min(best, seconds);
        }
        return best;
    }
}
