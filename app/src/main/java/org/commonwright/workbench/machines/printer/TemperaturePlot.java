package org.commonwright.workbench.machines.printer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.commonwright.machine.printer.TemperatureBucket;
import org.commonwright.machine.printer.TemperatureHistory;
import org.commonwright.workbench.text.Controls;

/// Temperatures over time: a line for each heater, its target dashed, its lowest and highest where old readings were joined.
final class TemperaturePlot {
    private static final double LEFT = 44;
    private static final double RIGHT = 12;
    private static final double UPPER = 20;
    private static final double LOWER = 22;
    private static final double TEXT = 12;
    /// Room for the word at the right end.
    private static final double NOW = 96;
    private static final long GAP_MS = 60_000;

    private final TemperatureHistory history;
    private final Controls controls;
    private final TemperatureLegend legend;
    private final Canvas canvas = new Canvas();
    private final VBox box;
    private long spanMs;
    private double pointed = -1;

    TemperaturePlot(TemperatureHistory history, Controls controls, long spanMs) {
        this.history = history;
        this.controls = controls;
        this.spanMs = spanMs;
        this.legend = new TemperatureLegend(controls, this::draw);
        var paper = new Pane(canvas);
        canvas.widthProperty().bind(paper.widthProperty());
        canvas.heightProperty().bind(paper.heightProperty());
        paper.widthProperty().subscribe((_, _) -> draw());
        paper.heightProperty().subscribe((_, _) -> draw());
        paper.setMinSize(240, 140);
        paper.setPrefSize(320, 160);
        paper.setOnMouseMoved(e -> point(e.getX()));
        paper.setOnMouseExited(_ -> point(-1));
        VBox.setVgrow(paper, Priority.ALWAYS);
        box = new VBox(4, legend.node(), paper);
        box.getStyleClass().add("chart");
        controls.name(paper, controls.texts().of("printer.plot"));
        controls.texts().messages().subscribe(_ -> draw());
    }

    /// The plot with its legend, as it is also saved as a picture.
    VBox node() {
        return box;
    }

    /// @param ms how far back it shows; [Long#MAX_VALUE] for all there is
    void span(long ms) {
        spanMs = ms;
        draw();
    }

    private void point(double x) {
        pointed = x;
        draw();
    }

    /// Draws what there is now.
    void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() < LEFT + RIGHT + 20 || canvas.getHeight() < UPPER + LOWER + 20
                || history.last().isEmpty()) {
            return;
        }
        legend.show(history.heaters());
        long to = history.last().getAsLong();
        long first = history.first().orElse(to);
        long from = Math.min(to - 60_000, spanMs == Long.MAX_VALUE ? first : Math.max(first, to - spanMs));
        int columns = (int) (canvas.getWidth() - LEFT - RIGHT);
        List<List<TemperatureBucket>> lines = new ArrayList<>();
        double highest = 0;
        for (String heater : history.heaters()) {
            List<TemperatureBucket> line = history.of(heater, from, to, columns);
            highest = line.stream().mapToDouble(b -> Math.max(b.most(), b.target())).reduce(highest, Math::max);
            lines.add(line);
        }
        var scale = new TemperatureScale(from, to, TemperatureScale.topFor(highest), LEFT, UPPER, columns,
                canvas.getHeight() - UPPER - LOWER);
        axes(g, scale);
        for (int i = 0; i < lines.size(); i++) {
            Color colour = legend.colour(history.heaters().get(i));
            targets(g, scale, lines.get(i), colour);
            line(g, scale, lines.get(i), colour);
        }
        values(g, scale, lines);
    }

    private void axes(GraphicsContext g, TemperatureScale scale) {
        g.setFont(Font.font(TEXT));
        g.setLineDashes();
        g.setLineWidth(1);
        Color ink = legend.ink();
        g.setFill(ink);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double celsius = 0; celsius <= scale.top(); celsius += scale.step()) {
            double y = Math.round(scale.y(celsius)) + 0.5;
            g.setStroke(ink.deriveColor(0, 1, 1, celsius == 0 ? 0.9 : 0.25));
            g.strokeLine(LEFT, y, LEFT + scale.width(), y);
            g.fillText(controls.texts().formats().get().number(celsius, 0), LEFT - 6, y);
        }
        g.fillText("°C", LEFT - 6, UPPER / 2 - 2);
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        double below = UPPER + scale.height() + 5;
        long step = scale.timeStep() * 1000;
        for (long ago = step; scale.to() - ago >= scale.from(); ago += step) {
            double x = Math.round(scale.x(scale.to() - ago)) + 0.5;
            g.setStroke(ink.deriveColor(0, 1, 1, 0.25));
            g.strokeLine(x, UPPER, x, UPPER + scale.height());
            if (x > LEFT + 12 && x < LEFT + scale.width() - NOW) {
                g.fillText(ago(ago), x, below);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(controls.texts().now("printer.axis-now"), LEFT + scale.width(), below);
    }

    /// Such as `−5 min`.
    private String ago(long ms) {
        var formats = controls.texts().formats().get();
        return ms < 60_000
                ? controls.texts().now("printer.axis-seconds", formats.number(ms / 1000.0, 0))
                : ms < 7_200_000
                        ? controls.texts().now("printer.axis-minutes", formats.number(ms / 60_000.0, 1))
                        : controls.texts().now("printer.axis-hours", formats.number(ms / 3_600_000.0, 1));
    }

    private static void line(GraphicsContext g, TemperatureScale scale, List<TemperatureBucket> line, Color colour) {
        g.setStroke(colour);
        g.setLineDashes();
        g.setLineWidth(2);
        TemperatureBucket before = null;
        g.beginPath();
        for (TemperatureBucket now : line) {
            double x = Math.max(LEFT, scale.x(now.to()));
            if (before == null || now.from() - before.to() > GAP_MS) {
                g.moveTo(x, scale.y(now.last()));
            } else {
                g.lineTo(x, scale.y(now.last()));
            }
            before = now;
        }
        g.stroke();
        g.setLineWidth(1);
        for (TemperatureBucket now : line) {
            if (now.most() - now.least() > 0.5) {
                double x = Math.max(LEFT, scale.x(now.to()));
                g.strokeLine(x, scale.y(now.least()), x, scale.y(now.most()));
            }
        }
    }

    private static void targets(GraphicsContext g, TemperatureScale scale, List<TemperatureBucket> line, Color colour) {
        g.setStroke(colour.deriveColor(0, 1, 1, 0.8));
        g.setLineWidth(1);
        g.setLineDashes(6, 4);
        TemperatureBucket before = null;
        g.beginPath();
        for (TemperatureBucket now : line) {
            // One path as long as it is on, or the dashes would begin anew with each reading.
            if (now.target() > 0 && (before == null || before.target() == 0)) {
                g.moveTo(Math.max(LEFT, scale.x(now.to())), scale.y(now.target()));
            } else if (now.target() > 0) {
                g.lineTo(scale.x(now.to()), scale.y(before.target()));
                g.lineTo(scale.x(now.to()), scale.y(now.target()));
            }
            before = now;
        }
        g.stroke();
        g.setLineDashes();
    }

    private void values(GraphicsContext g, TemperatureScale scale, List<List<TemperatureBucket>> lines) {
        boolean points = pointed >= LEFT && pointed <= LEFT + scale.width();
        long at = points ? scale.timeAt(pointed) : scale.to();
        List<TemperatureBucket> values = new ArrayList<>();
        for (List<TemperatureBucket> line : lines) {
            line.stream().filter(bucket -> bucket.from() <= at).reduce((_, later) -> later).or(
                    () -> line.stream().findFirst()).ifPresent(values::add);
        }
        if (points) {
            g.setStroke(legend.ink());
            g.strokeLine(pointed, UPPER, pointed, UPPER + scale.height());
        }
        legend.values(values, points && scale.to() - at >= 1000 ? ago(scale.to() - at) : "");
    }
}
