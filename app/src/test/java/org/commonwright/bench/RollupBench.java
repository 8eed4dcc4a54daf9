package org.commonwright.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.error.Problem;
import org.commonwright.error.Place;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// Roll-up over eight levels of shared modules, beside SQLite's recursive query over the same rows (its time without
/// loading them); reading a large table, beside Commons CSV cutting the same text into cells and nothing else.
public final class RollupBench {
    private static final int LEVELS = 8;
    private static final Pattern REAL = Pattern.compile("Run Time: real ([0-9.]+)");

    private RollupBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        List<BenchRow> rows = new ArrayList<>();
        rows.add(rollup("roll-up with cost, 10,000 lines × 8 levels", 10_000, 40, "ms", 1e3));
        rows.add(rollup("roll-up with cost, 1,000,000 lines × 8 levels", 1_000_000, 3, "s", 1));
        return rows;
    }

    private static BenchRow rollup(String name, int lines, int repeats, String unit, double perSecond)
            throws IOException, InterruptedException {
        Module root = design(lines);
        RollupResult result = Rollup.of(root, 10, "EUR");
        double ours = best(repeats, () -> Rollup.of(root, 10, "EUR")) * perSecond;
        double theirs = sqlite(root, result);
        return Double.isNaN(theirs)
                ? BenchRow.alone(name, ours, unit)
                : new BenchRow(name, ours, unit, "sqlite3 (without cost)", theirs * perSecond);
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

    /// The seconds of the query; NaN where sqlite3 is not installed.
    private static double sqlite(Module root, RollupResult ours) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("rollup-bench");
        var csv = new StringBuilder();
        Map<String, Module> modules = root.all;
        for (Module module : modules.values()) {
            for (BomLine line : module.lines) {
                csv.append(module.path).append(',').append(line.part()).append(',')
                        .append(line.quantity().number()).append(',').append(line.module()).append('\n');
            }
        }
        Path table = Files.writeString(folder.resolve("line.csv"), csv);
        Path script = Files.writeString(folder.resolve("script.sql"), """
                CREATE TABLE line(module TEXT, part TEXT, quantity INTEGER, child TEXT);
                .mode csv
                .import %s line
                CREATE INDEX by_module ON line(module);
                CREATE INDEX uses ON line(module, child, quantity) WHERE child <> '';
                ANALYZE;
                .timer on
                CREATE TABLE total AS WITH RECURSIVE need(module, n) AS (SELECT 'm0-0', 10 UNION ALL
                  SELECT line.child, need.n * line.quantity FROM need JOIN line ON line.module = need.module
                  WHERE line.child <> ''),
                once(module, n) AS (SELECT module, SUM(n) FROM need GROUP BY module)
                SELECT line.part AS part, SUM(once.n * line.quantity) AS n FROM once JOIN line ON line.module = once.module
                WHERE line.child = '' GROUP BY line.part;
                .timer off
                SELECT 'sum', COUNT(*), SUM(n) FROM total;
                """.formatted(table));
        try {
            Process sqlite = new ProcessBuilder("sqlite3", ":memory:").redirectInput(script.toFile())
                    .redirectErrorStream(true).start();
            String said = new String(sqlite.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            sqlite.waitFor();
            BigDecimal sum = ours.lines().stream().map(l -> l.total().number()).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            if (!said.contains("sum," + ours.lines().size() + "," + sum.toPlainString())) {
                throw new IllegalStateException("sqlite3 comes to another result: " + said + " ours " + sum);
            }
            Matcher real = REAL.matcher(said);
            return real.find() ? Double.parseDouble(real.group(1)) : Double.NaN;
        } catch (IOException _) {
            return Double.NaN;
        } finally {
            Files.delete(table);
            Files.delete(script);
            Files.delete(folder);
        }
    }

    /// Eight levels; from the third on 32 modules a level at most, each used by several of the level above.
    private static Module design(int lines) {
        var random = new Random(7);
        Map<String, Module> all = new TreeMap<>();
        List<List<Module>> levels = new ArrayList<>();
        int modules = 0;
        for (int level = 0; level < LEVELS; level++) {
            List<Module> row = new ArrayList<>();
            for (int i = 0; i < Math.min(1 << level, 32); i++) {
                row.add(new Module(all, "m" + level + "-" + i));
                modules++;
            }
            levels.add(row);
        }
        int each = lines / modules;
        for (int level = 0; level < LEVELS; level++) {
            for (Module module : levels.get(level)) {
                int uses = level + 1 < LEVELS ? 3 : 0;
                for (int i = 0; i < uses; i++) {
                    List<Module> below = levels.get(level + 1);
                    String child = below.get(random.nextInt(below.size())).path;
                    module.lines.add(line(i, child, LineKind.MODULE, 1 + random.nextInt(3), child));
                }
                for (int i = uses; i < each; i++) {
                    module.lines.add(
                            line(i, "part-" + random.nextInt(lines / 4), LineKind.BUY, 1 + random.nextInt(20), ""));
                }
            }
        }
        Module root = levels.getFirst().getFirst();
        for (int i = 0; i < lines / 4; i++) {
            root.offers
                    .add(new Offer(Place.line("offers.csv", i + 2), "part-" + i, "Shop", "S" + i, BigDecimal.ONE, null,
                            Money.of("0.12", "EUR"),
                            null, 3, null, ""));
        }
        return root;
    }

    private static BomLine line(int row, String part, LineKind kind, int quantity, String module) {
        return BomLine.builder(row + 2, part).kind(kind).quantity(Quantity.pieces(quantity)).module(module).build();
    }

    private static final class Module implements BomNode {
        private final Map<String, Module> all;
        private final String path;
        private final List<BomLine> lines = new ArrayList<>();
        private final List<Offer> offers = new ArrayList<>();

        Module(Map<String, Module> all, String path) {
            this.all = all;
            this.path = path;
            all.put(path, this);
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String name() {
            return path;
        }

        @Override
        public String bomFile() {
            return path + "/bom.csv";
        }

        @Override
        public List<BomLine> lines() {
            return lines;
        }

        @Override
        public List<Offer> offers() {
            return offers;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public @Nullable BomNode child(BomLine line) {
            return all.get(line.module());
        }
    }
}
