package org.commonwright.workbench.machines.board;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.commonwright.i18n.Formats;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;

/// Draws the curves of a board, a column of pixels at a time: as much work for an hour as for a second. The wheel zooms, dragging
/// moves through time.
final class PlotCanvas {
    private static final int LEFT = 72;
    private static final int BOTTOM = 28;
    private static final int TOP = 8;
    private static final int RIGHT = 12;
    private static final int ROW = 44;
    private static final int COLUMN = 110;
    private static final double ZOOM = 1.25;
    private static final double LINE = 1.6;

    private final PlotViewModel model;
    private final Controls controls;
    private final Canvas canvas = new Canvas();
    private final Pane pane = new Pane(canvas);
    private boolean dark;
    private double size = 1;
    private double dragged;

    PlotCanvas(PlotViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        canvas.widthProperty().bind(pane.widthProperty());
        canvas.heightProperty().bind(pane.heightProperty());
        pane.setMinSize(0, 0);
        Theme.dark(pane).subscribe(now -> {
            dark = now;
            draw();
        });
        Theme.textScale(pane).subscribe(now -> {
            size = now;
            draw();
        });
        pane.widthProperty().subscribe((_, _) -> draw());
        pane.heightProperty().subscribe((_, _) -> draw());
        canvas.setOnScroll(event -> {
            model.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, (event.getX() - left()) / Math.max(1, width()));
            draw();
            event.consume();
        });
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> dragged = event.getX());
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            model.pan((dragged - event.getX()) / Math.max(1, width()));
            dragged = event.getX();
            draw();
        });
    }

    Node node() {
        return pane;
    }

    /// The picture as it is now.
    WritableImage picture() {
        return canvas.snapshot(null, null);
    }

    private double left() {
        return LEFT * size;
    }

    private double width() {
        return canvas.getWidth() - left() - RIGHT;
    }

    private double height() {
        return canvas.getHeight() - TOP - BOTTOM * size;
    }

    void draw() {
        GraphicsContext on = canvas.getGraphicsContext2D();
        PlotColours colours = PlotColours.of(dark);
        on.setFill(colours.ground());
        on.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int columns = (int) width();
        if (columns < 10 || height() < 10) {
            return;
        }
        double from = model.from().get();
        double to = model.to().get();
        List<PlotData.Drawn> drawn = model.data().draw(from, to, columns).stream()
                .filter(curve -> model.isShown(curve.name())).toList();
        PlotScale scale = scale(drawn);
        on.setFont(Font.font(12 * size));
        Formats formats = controls.texts().formats().get();
        grid(on, colours, scale, formats);
        places(on, colours, new PlotScale(from, to), formats);
        on.save();
        on.beginPath();
        on.rect(left(), TOP, width(), height());
        on.clip();
        for (PlotViewModel.Curve curve : model.curves()) {
            drawn.stream().filter(d -> d.name().equals(curve.name())).forEach(d -> {
                on.setStroke(colours.curve(curve.number()));
                on.setLineDashes(colours.dashes(curve.number()));
                on.setLineWidth(LINE * size);
                curve(on, d, scale);
            });
        }
        on.restore();
    }

    private static PlotScale scale(List<PlotData.Drawn> drawn) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (PlotData.Drawn curve : drawn) {
            for (int i = 0; i < curve.lows().length; i++) {
                if (!Double.isNaN(curve.lows()[i])) {
                    low = low <= curve.lows()[i] ? low : curve.lows()[i];
                    high = high >= curve.highs()[i] ? high : curve.highs()[i];
                }
            }
        }
        return PlotScale.of(low, high);
    }

    private void grid(GraphicsContext on, PlotColours colours, PlotScale scale, Formats formats) {
        int most = (int) (height() / (ROW * size));
        on.setStroke(colours.grid());
        on.setLineDashes();
        on.setLineWidth(1);
        on.setTextAlign(TextAlignment.RIGHT);
        on.setFill(colours.text());
        for (double tick : scale.ticks(most)) {
            double y = TOP + scale.down(tick) * height();
            on.strokeLine(left(), y, left() + width(), y);
            on.fillText(formats.number(tick, scale.digits(most)), left() - 8, y + 4 * size, left() - 12);
        }
    }

    private void places(GraphicsContext on, PlotColours colours, PlotScale across, Formats formats) {
        int most = (int) (width() / (COLUMN * size));
        on.setTextAlign(TextAlignment.CENTER);
        for (double tick : across.ticks(most)) {
            if (tick == Math.rint(tick) && tick >= 0) {
                double x = left() + (1 - across.down(tick)) * width();
                on.strokeLine(x, TOP, x, TOP + height());
                on.fillText(formats.number(tick, 0), x, canvas.getHeight() - 8 * size);
            }
        }
    }

    /// From column to column; where several values fall into one, from its lowest to its highest.
    private void curve(GraphicsContext on, PlotData.Drawn curve, PlotScale scale) {
        on.beginPath();
        boolean begun = false;
        for (int i = 0; i < curve.lows().length; i++) {
            double low = curve.lows()[i];
            if (Double.isNaN(low)) {
                continue;
            }
            double x = left() + i + 0.5;
            double yLow = TOP + scale.down(low) * height();
            double yHigh = TOP + scale.down(curve.highs()[i]) * height();
            if (begun) {
                on.lineTo(x, yLow);
            } else {
                on.moveTo(x, yLow);
                begun = true;
            }
            if (yHigh != yLow) {
                on.lineTo(x, yHigh);
            }
        }
        on.stroke();
    }
}
