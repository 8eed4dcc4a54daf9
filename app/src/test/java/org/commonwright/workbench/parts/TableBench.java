package org.commonwright.workbench.parts;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.commonwright.bench.BenchRow;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellSearch;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.edit.UndoStack;
import org.commonwright.git.GitRepository;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.BenchWindow;
import org.commonwright.workbench.Composition;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.area.OpenDesign;

/// The table of Parts with a bill of materials of 1,000,000 rows and 12 columns, in a window without a display.
public final class TableBench {
    private static final int ROWS = 1_000_000;
    private static final int TIMES = 60;

    private TableBench() {}

    public static List<BenchRow> run() throws IOException, InterruptedException {
        byte[] bytes = file();
        List<BenchRow> rows = new ArrayList<>(engine(bytes));
        Path home = Files.createTempDirectory("commonwright-bench");
        var folders = AppFolders.under(home);
        Path design = folders.workspace().resolve("large");
        GitRepository.init(design).close();
        Files.write(design.resolve("bom.csv"), bytes);
        rows.addAll(window(home, design));
        try (var files = Files.walk(home)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return rows;
    }

    private static byte[] file() {
        var text = new StringBuilder(
                "Part,Kind,Quantity,Unit,Description,Manufacturer,MPN,References,Material,Notes,Supplier,Place\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("part-").append(i * 7919L % ROWS).append(",buy,").append(i % 50 + 1)
                    .append(",pcs,\"Part, number ")
                    .append(i).append("\",Maker ").append(i % 97).append(",MPN-").append(i)
                    .append(",,steel,,Coop,shelf ").append(i % 31).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<BenchRow> engine(byte[] bytes) {
        var stack = new UndoStack(BomDocument.parse("bom.csv", bytes));
        double edit = median(() -> {
            int line = (int) (System.nanoTime() % ROWS);
            long from = System.nanoTime();
            stack.apply(new Edit.SetCell(line, 9, "note " + line));
            return ms(from);
        });
        double insert = median(() -> {
            long from = System.nanoTime();
            stack.apply(new Edit.InsertLine(ROWS / 2, List.of("new")));
            return ms(from);
        });
        long from = System.nanoTime();
        int found = new CellSearch("shelf 7", false, true).replaceAll(stack.document(), CellSearch.Scope.ALL, "x")
                .size();
        double search = ms(from) / 1000;
        if (found == 0) {
            throw new IllegalStateException("nothing found");
        }
        return List.of(BenchRow.alone("one cell edited in a bill of materials of 1,000,000 rows", edit, "ms"),
                BenchRow.alone("one line inserted in a bill of materials of 1,000,000 rows", insert, "ms"),
                BenchRow.alone("a text found in 12,000,000 cells", search, "s"));
    }

    private static List<BenchRow> window(Path home, Path design) throws InterruptedException {
        BenchWindow.start();
        var fx = new FxThread();
        Composition composition = BenchWindow.on(() -> {
            var stage = new Stage();
            var made = new TestWindow(stage, home, new BackgroundTasks(fx)).composition();
            stage.setWidth(1000);
            stage.setHeight(768);
            return made;
        });
        List<BenchRow> rows = new ArrayList<>();
        long from = System.nanoTime();
        BenchWindow.on(() -> {
            composition.context().current().open(new OpenDesign(design, "large"));
            composition.context().navigator().goTo("parts");
            return null;
        });
        Scene scene = BenchWindow.on(() -> Stage.getWindows().getFirst().getScene());
        BenchWindow.until(() -> table(scene) != null && table(scene).getItems().size() == ROWS);
        rows.add(BenchRow.alone("bill of materials of 1,000,000 rows x 12 columns opened, to its table",
                ms(from) / 1000, "s"));
        // The roll-up of a million parts goes on meanwhile.
        rows.add(BenchRow.alone("memory of the window with it", BenchWindow.used() / 1e6, "MB"));
        TableView<?> table = BenchWindow.on(() -> table(scene));
        rows.add(BenchRow.alone("table of 1,000,000 rows, a page scrolled, window's thread", scrolled(scene, table),
                "ms"));
        rows.add(BenchRow.alone("table of 1,000,000 rows, one cell edited, window's thread",
                edited(scene, table), "ms"));
        from = System.nanoTime();
        BenchWindow.on(() -> {
            filter(scene).setText("number 77");
            return null;
        });
        BenchWindow.until(() -> table.getItems().size() < ROWS);
        rows.add(BenchRow.alone("table of 1,000,000 rows filtered", ms(from) / 1000, "s"));
        BenchWindow.on(() -> {
            filter(scene).setText("");
            return null;
        });
        BenchWindow.until(() -> table.getItems().size() == ROWS);
        from = System.nanoTime();
        BenchWindow.on(() -> {
            sort(table);
            return null;
        });
        BenchWindow.until(() -> ((LineRow) table.getItems().get(1)).cell(0).equals("part-1"));
        rows.add(BenchRow.alone("table of 1,000,000 rows sorted", ms(from) / 1000, "s"));
        BenchWindow.on(() -> {
            composition.close();
            return null;
        });
        Platform.exit();
        return rows;
    }

    private static <T> void sort(TableView<T> table) {
        table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(0)));
    }

    /// Until the next picture would be drawn: layout included, drawing not.
    /// One picture further: what a wheel does to the rows in sight, layout included, drawing not. Every third is a leap.
    private static double scrolled(Scene scene, TableView<?> table) {
        return measured(i -> {
            table.scrollTo((int) (i % 3 == 0 ? i * 7919L * 104_729 % ROWS : 500_000 + 20L * i));
            scene.getRoot().layout();
        });
    }

    private static double edited(Scene scene, TableView<?> table) {
        BenchWindow.on(() -> {
            table.scrollTo(0);
            scene.getRoot().layout();
            return null;
        });
        return measured(i -> {
            type(table, i % 10, "typed " + i);
            scene.getRoot().layout();
        });
    }

    /// The middle of the second half: the first warms up.
    private static double measured(IntConsumer work) {
        double[] times = new double[TIMES];
        for (int i = 0; i < 2 * TIMES; i++) {
            int at = i;
            times[i % TIMES] = BenchWindow.on(() -> {
                double from = cpu();
                work.accept(at);
                return cpu() - from;
            });
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private static <T> void type(TableView<T> table, int row, String text) {
        table.getSelectionModel().clearAndSelect(row, table.getVisibleLeafColumn(1));
        table.edit(row, table.getVisibleLeafColumn(1));
        if (table.getScene().getFocusOwner() instanceof TextField field) {
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        } else {
            throw new IllegalStateException("no field to type into");
        }
    }

    private static TextField filter(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".text-field")) {
            if (node instanceof TextField field && String.valueOf(node.getId()).startsWith("filter-bom")) {
                return field;
            }
        }
        throw new IllegalStateException("no field to filter by");
    }

    private static TableView<?> table(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && String.valueOf(node.getId()).startsWith("table-bom")) {
                return table;
            }
        }
        return null;
    }

    private static double median(Supplier<Double> work) {
        double[] times = new double[41];
        for (int i = 0; i < times.length; i++) {
            times[i] = work.get();
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /// ms of the window's thread itself, whatever else the machine does meanwhile.
    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static double ms(long from) {
        return (System.nanoTime() - from) / 1e6;
    }
}
