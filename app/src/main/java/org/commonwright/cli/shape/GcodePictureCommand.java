package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.raster.ColourBy;
import org.commonwright.raster.PathClasses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gcode picture`: a program's toolpath as a picture, whole or as far as a layer, coloured as in the window; what the colours mean
/// is said.
final class GcodePictureCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = {"-o", "--output"}, paramLabel = "PNG", required = true)
        private @Nullable Path output;

        @Option(names = "--layer", paramLabel = "N", description = "as far as this layer, from 1; otherwise all")
        private int layer;

        @Option(names = "--colour", paramLabel = "BY", description = "kind, feature, speed, layer-time or tool")
        private String colour = "kind";

        @Option(names = "--travel", description = "with the moves that neither cut nor lay down")
        private boolean travel;

        @Option(names = "--json")
        private boolean json;
    }

    GcodePictureCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        ColourBy by = colour(options.colour);
        GcodeFile file = GcodeReader.read(Objects.requireNonNull(options.file), context.progress());
        Layers layers = Layers.of(file.toolpath());
        if (options.layer < 0 || options.layer > layers.count()) {
            throw new Fault("gcode.no-layer", file.name(), options.layer, layers.count());
        }
        TimeEstimate time = TimeEstimator.estimate(file.toolpath(), MotionLimits.of(file.dialect()));
        PathClasses classes = PathClasses.of(by, file, layers, time);
        int to = options.layer == 0 ? file.toolpath().size() : layers.end(options.layer - 1);
        new Pictures().toolpath(file.toolpath(), classes, to, options.travel || file.dialect() == Dialect.GRBL,
                Objects.requireNonNull(options.output));
        tell(file, layers, classes);
        return Exit.DONE;
    }

    private static ColourBy colour(String name) {
        for (ColourBy by : ColourBy.values()) {
            if (id(by).equals(name)) {
                return by;
            }
        }
        throw new Fault("gcode.no-colour", name);
    }

    private static String id(ColourBy by) {
        return by.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void tell(GcodeFile file, Layers layers, PathClasses classes) {
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", file.name())
                    .put("picture", String.valueOf(options.output)).put("layers", layers.count())
                    .put("colour", options.colour);
            ArrayNode legend = node.putArray("legend");
            classes.legend().forEach(entry -> legend.addObject().put("colour", hex(entry)).put("name", entry.name())
                    .put("value", ShapeJson.round(entry.value())));
            context.json(node);
            return;
        }
        context.say("gcode.says-picture", String.valueOf(options.output), layers.count());
        for (PathClasses.Entry entry : classes.legend()) {
            context.out().println(hex(entry) + "  " + switch (classes.by()) {
                case KIND -> "";
                case FEATURE -> entry.name().isEmpty() ? "–" : entry.name();
                case SPEED -> context.formats().number(entry.value(), 0) + " mm/min";
                case LAYER_TIME -> context.formats().number(entry.value(), 1) + " s";
                case TOOL -> "T" + entry.number();
            });
        }
    }

    private static String hex(PathClasses.Entry entry) {
        return String.format(Locale.ROOT, "#%06x", PathClasses.colour(entry) & 0xffffff);
    }
}
