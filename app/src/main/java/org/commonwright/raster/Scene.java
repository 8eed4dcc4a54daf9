package org.commonwright.raster;

import java.util.List;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;

/// What is in a picture. Colours are 0xAARRGGBB and come from the caller's theme.
///
/// @param top    of the background's gradient
/// @param bottom of the background's gradient
/// @param items  what is drawn; where two are equally near, the earlier one is seen
public record Scene(int top, int bottom, List<Item> items) {
    public Scene {
        items = List.copyOf(items);
    }

    /// Something to draw.
    public sealed interface Item {
        /// The box that it takes.
        Bounds bounds();
    }

    /// A mesh under two lights that move with the camera.
    ///
    /// @param edges the colour of its edges; 0 for none
    /// @param mark  the colour of what is marked on the model
    public record Solid(MeshModel model, int colour, int edges, int mark) implements Item {
        /// Without marks.
        public Solid(MeshModel model, int colour, int edges) {
            this(model, colour, edges, colour);
        }

        @Override
        public Bounds bounds() {
            return model.bounds();
        }
    }

    /// A toolpath.
    ///
    /// @param from the first move that is shown
    /// @param to   the move before which it ends: all moves of a layer, or as far as the time slider is
    /// @param done how many moves the machine has made: they have the other colours
    /// @param wide pixels that a line is across, at least 1
    /// @param section what cuts it; null for nothing
    public record Route(PathModel model, PathColours colours, int from, int to, int done, int wide,
            @Nullable Section section) implements Item {
        /// Nothing cut away.
        public Route(PathModel model, PathColours colours, int from, int to, int done, int wide) {
            this(model, colours, from, to, done, wide, null);
        }

        /// The whole toolpath, nothing of it done.
        public static Route whole(PathModel model, PathColours colours) {
            return new Route(model, colours, 0, model.moves(), 0, 1);
        }

        @Override
        public Bounds bounds() {
            return model.bounds();
        }
    }

    /// Where the tool is: a cone on its tip.
    ///
    /// @param size its height, mm
    public record Tool(double x, double y, double z, double size, int colour) implements Item {
        @Override
        public Bounds bounds() {
            double r = size / 3;
            return new Bounds(x - r, y - r, z, x + r, y + r, z + size);
        }
    }

    /// A grid on a level plane, with the three axes from the origin.
    ///
    /// @param box    what it lies under: it reaches to whole steps around it
    /// @param z      the plane, mm
    /// @param step   between lines, mm
    /// @param colour of the lines; 0 for the axes alone
    /// @param xAxis  colour; 0 for none
    /// @param yAxis  colour; 0 for none
    /// @param zAxis  colour; 0 for none
    public record Grid(Bounds box, double z, double step, int colour, int xAxis, int yAxis, int zAxis)
            implements
                Item {
        /// At most this many lines each way: a wrong step must not fill the picture.
        static final int MOST = 200;

        /// A step of 1, 2 or 5 times a power of ten that divides the box in about ten.
        public static double stepFor(Bounds box) {
            double wanted = Math.max(Math.max(box.sizeX(), box.sizeY()), 1) / 10;
            double power = Math.pow(10, Math.floor(Math.log10(wanted)));
            double times = wanted / power;
            return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
        }

        @Override
        public Bounds bounds() {
            return new Bounds(Math.floor(box.minX() / step) * step, Math.floor(box.minY() / step) * step, z,
                    Math.ceil(box.maxX() / step) * step, Math.ceil(box.maxY() / step) * step, z)
                    .union(new Bounds(0, 0, 0, 0, 0, 0));
        }
    }

    /// The box that holds everything.
    public Bounds bounds() {
        return items.stream().map(Item::bounds).reduce(Bounds.EMPTY, Bounds::union);
    }
}
