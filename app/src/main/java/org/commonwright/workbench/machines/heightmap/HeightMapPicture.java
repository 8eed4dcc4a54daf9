package org.commonwright.workbench.machines.heightmap;

import java.nio.IntBuffer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.commonwright.i18n.Formats;
import org.commonwright.machine.heightmap.HeightColours;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.ProbeGrid;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;
import org.jspecify.annotations.Nullable;

/// A height map seen from above: colours, each point with its number where there is room, coordinates along the edges, and a
/// scale beside it.
final class HeightMapPicture {
    private static final double LEFT = 84;
    private static final double BOTTOM = 28;
    private static final double TOP = 26;
    private static final double SCALE = 116;
    private static final double NUMBER_WIDTH = 52;
    private static final double NUMBER_HEIGHT = 18;
    private static final int STEPS = 64;

    private final Controls controls;
    private final Canvas canvas = new Canvas();
    private final Pane pane = new Pane(canvas);
    private @Nullable HeightMap map;
    private boolean dark;

    HeightMapPicture(Controls controls) {
        this.controls = controls;
        pane.setMinSize(0, 0);
        canvas.widthProperty().bind(pane.widthProperty());
        canvas.heightProperty().bind(pane.heightProperty());
        pane.widthProperty().subscribe(this::draw);
        pane.heightProperty().subscribe(this::draw);
        Theme.dark(pane).subscribe(now -> {
            dark = Boolean.TRUE.equals(now);
            draw();
        });
        controls.texts().formats().subscribe(_ -> draw());
    }

    Node node() {
        return pane;
    }

    void show(@Nullable HeightMap shown) {
        map = shown;
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        HeightMap shown = map;
        double roomX = canvas.getWidth() - LEFT - SCALE;
        double roomY = canvas.getHeight() - TOP - BOTTOM;
        if (shown == null || roomX < 20 || roomY < 20) {
            return;
        }
        ProbeGrid grid = shown.grid();
        double sizeX = grid.maxX() - grid.minX();
        double sizeY = grid.maxY() - grid.minY();
        double perMm = Math.min(roomX / sizeX, roomY / sizeY);
        double width = Math.max(2, sizeX * perMm);
        double height = Math.max(2, sizeY * perMm);
        g.setFont(Font.font(12));
        g.setTextBaseline(VPos.CENTER);
        HeightColours colours = dark ? HeightColours.DARK : HeightColours.LIGHT;
        g.drawImage(image(colours.picture(shown, (int) width, (int) height), (int) width, (int) height), LEFT, TOP);
        g.setStroke(ink(0.4));
        g.strokeRect(LEFT, TOP, width, height);
        points(g, shown, width, height);
        edges(g, grid, width, height);
        if (shown.known() > 0) {
            scale(g, shown, colours, LEFT + width + 40, height);
        }
    }

    private void points(GraphicsContext g, HeightMap shown, double width, double height) {
        ProbeGrid grid = shown.grid();
        double cellX = width / (grid.columns() - 1);
        double cellY = height / (grid.rows() - 1);
        boolean numbers = cellX > NUMBER_WIDTH && cellY > NUMBER_HEIGHT;
        for (int i = 0; i < grid.size(); i++) {
            double x = LEFT + i % grid.columns() * cellX;
            double y = TOP + height - Math.floorDiv(i, grid.columns()) * cellY;
            double z = shown.at(i);
            g.setFill(ink(Double.isNaN(z) ? 0.25 : 0.8));
            g.fillOval(x - 2, y - 2, 4, 4);
            if (numbers && !Double.isNaN(z)) {
                g.setTextAlign(TextAlignment.CENTER);
                g.setFill(ink(1));
                g.fillText(formats().number(z, 3), x, y - 10);
            }
        }
    }

    private void edges(GraphicsContext g, ProbeGrid grid, double width, double height) {
        g.setFill(ink(0.75));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(formats().number(grid.maxY(), 1), LEFT - 28, TOP);
        g.fillText(formats().number(grid.minY(), 1), LEFT - 28, TOP + height);
        g.fillText("Y", LEFT - 28, TOP + height / 2);
        g.fillText(formats().number(grid.maxX(), 1), LEFT + width, TOP + height + 14);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(formats().number(grid.minX(), 1), LEFT, TOP + height + 14);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText("X", LEFT + width / 2, TOP + height + 14);
    }

    private void scale(GraphicsContext g, HeightMap shown, HeightColours colours, double x, double height) {
        double low = shown.lowest();
        double high = shown.highest();
        for (int i = 0; i < STEPS; i++) {
            int colour = colours.of(high - (high - low) * i / (STEPS - 1), low, high);
            g.setFill(Color.rgb(colour >> 16 & 255, colour >> 8 & 255, colour & 255));
            g.fillRect(x, TOP + height * i / STEPS, 12, height / STEPS + 1);
        }
        g.setFill(ink(1));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(formats().number(high, 3), x + 18, TOP + 6);
        g.fillText(formats().number((high + low) / 2, 3), x + 18, TOP + height / 2);
        g.fillText(formats().number(low, 3), x + 18, TOP + height - 6);
    }

    private Color ink(double opacity) {
        return dark ? Color.gray(0.95, opacity) : Color.gray(0.08, opacity);
    }

    private Formats formats() {
        return controls.texts().formats().get();
    }

    private static WritableImage image(int[] pixels, int width, int height) {
        return new WritableImage(new PixelBuffer<>(width, height, IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance()));
    }
}
