package org.commonwright.workbench.toolpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.workbench.text.Controls;

/// The lines of a program, any number of them: only those in sight have labels, and nothing is worked out for the others. (A list of
/// the toolkit adds up the heights of all rows above, which takes too long from some million lines on.)
final class CodeList extends Region {
    private static final int WHEEL = 3;
    private static final double DIGIT_EM = 0.65;

    private final CodeLines lines;
    private final IntConsumer chosen;
    private final List<Row> rows = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private final IntegerProperty line = new SimpleIntegerProperty();
    private final double numberWidth;
    /// The line at the top, from 1.
    private int top = 1;
    /// A line to bring into sight as soon as it is known how many fit; 0 for none.
    private int unseen;
    private double rowHeight = 20;

    /// @param chosen takes the number of a line that a person chose
    CodeList(CodeLines lines, Controls controls, IntConsumer chosen) {
        this.lines = lines;
        this.chosen = chosen;
        this.numberWidth = Math.max(3, String.valueOf(lines.count()).length()) * DIGIT_EM;
        getStyleClass().addAll("code-list", "mono");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMin(1);
        bar.valueProperty().subscribe((_, now) -> {
            top = now.intValue();
            fill();
        });
        getChildren().add(bar);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        controls.name(this, controls.texts().of("toolpath.code", lines.count()));
        setMinSize(0, 0);
        setOnMousePressed(this::pressed);
        setOnScroll(e -> {
            bar.setValue(Math.clamp(bar.getValue() - Math.signum(e.getDeltaY()) * WHEEL, 1, bar.getMax()));
            e.consume();
        });
        setOnKeyPressed(this::key);
        line.subscribe(_ -> mark());
    }

    private final class Row {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(12, number, text);

        Row() {
            box.getStyleClass().add("code-row");
            number.getStyleClass().add("line-number");
            number.setStyle("-fx-min-width: " + numberWidth + "em;");
            text.setMinWidth(0);
            box.setMouseTransparent(true);
        }

        void show(int n) {
            boolean there = n >= 1 && n <= lines.count();
            box.setVisible(there);
            if (there) {
                number.setText(String.valueOf(n));
                String code = lines.line(n);
                text.setText(code);
                boolean comment = code.startsWith(";") || code.startsWith("(");
                if (comment != text.getStyleClass().contains("code-comment")) {
                    if (comment) {
                        text.getStyleClass().add("code-comment");
                    } else {
                        text.getStyleClass().remove("code-comment");
                    }
                }
            }
        }
    }

    /// The line that is marked, from 1; 0 for none.
    int line() {
        return line.get();
    }

    /// Marks a line and brings it into sight.
    void show(int number) {
        if (number != line.get()) {
            line.set(number);
            reveal(number);
        }
    }

    private int sight() {
        return Math.max(1, (int) (getHeight() / rowHeight));
    }

    private void reveal(int number) {
        if (number < 1) {
            return;
        }
        if (rows.isEmpty()) {
            unseen = number;
            return;
        }
        if (number < top || number >= top + sight()) {
            bar.setValue(Math.clamp(number - sight() / 3.0, 1, Math.max(1, bar.getMax())));
        }
    }

    @Override
    protected void layoutChildren() {
        if (rows.isEmpty()) {
            add();
            rows.getFirst().show(1);
            applyCss();
        }
        rowHeight = Math.max(12, snapSizeY(rows.getFirst().box.prefHeight(-1)));
        int wanted = (int) Math.ceil(getHeight() / rowHeight) + 1;
        while (rows.size() < wanted) {
            add();
        }
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        bar.setMax(Math.max(1, lines.count() - sight() + 1));
        bar.setVisibleAmount(bar.getMax() * sight() / Math.max(1, lines.count()));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(Math.max(1, sight() - 1));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).box.resizeRelocate(0, i * rowHeight, Math.max(0, getWidth() - width), rowHeight);
        }
        int wantedInSight = unseen;
        unseen = 0;
        reveal(wantedInSight);
        fill();
    }

    private void add() {
        var row = new Row();
        rows.add(row);
        getChildren().addFirst(row.box);
    }

    private void fill() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(top + i);
        }
        mark();
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            boolean marked = top + i == line.get();
            Node box = rows.get(i).box;
            if (marked != box.getStyleClass().contains("code-marked")) {
                if (marked) {
                    box.getStyleClass().add("code-marked");
                } else {
                    box.getStyleClass().remove("code-marked");
                }
            }
        }
        setAccessibleRoleDescription(line.get() > 0 ? lines.line(line.get()) : "");
    }

    private void choose(int number) {
        int n = Math.clamp(number, 1, Math.max(1, lines.count()));
        if (lines.count() > 0) {
            line.set(n);
            reveal(n);
            chosen.accept(n);
        }
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        int n = top + (int) (e.getY() / rowHeight);
        if (n <= lines.count()) {
            choose(n);
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() && e.getCode() == KeyCode.C && line.get() > 0) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, lines.line(line.get())));
            e.consume();
            return;
        }
        int to = switch (e.getCode()) {
            case UP -> line.get() - 1;
            case DOWN -> line.get() + 1;
            case PAGE_UP -> line.get() - sight();
            case PAGE_DOWN -> line.get() + sight();
            case HOME -> 1;
            case END -> lines.count();
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE) {
            choose(to);
            e.consume();
        }
    }
}
