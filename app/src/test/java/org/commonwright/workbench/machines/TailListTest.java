package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class TailListTest {
    private final ObservableList<Integer> items = FXCollections.observableArrayList();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new TailList<>(items), 300, 120));
        stage.show();
    }

    private static List<Integer> from(int first, int last) {
        return IntStream.range(first, last).boxed().toList();
    }

    @Test
    void itShowsItsEndAlsoWhenItBecomesShorter(FxRobot robot) throws TimeoutException {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord said) {
                logged.add(said.getLoggerName() + ": " + said.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            for (int last : new int[]{50, 2000, 399, 800, 118}) {
                robot.interact(() -> items.setAll(from(0, last)));
                TestWindow.await(() -> robot.lookup((Node node) -> node instanceof ListCell<?> cell && cell.isVisible()
                        && Integer.valueOf(last - 1).equals(cell.getItem())).tryQuery().isPresent());
            }
        } finally {
            root.removeHandler(handler);
        }
        assertEquals(List.of(), logged.stream().filter(said -> said.contains("maxCellCount")).toList());
    }
}
