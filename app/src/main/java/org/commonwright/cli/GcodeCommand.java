package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MachineNeeds;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.gcode.Toolpath;
import org.commonwright.i18n.Formats;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gcode info`: what a program does, before a machine does it.
@Command(name = "gcode", description = "G-code: what a program does, how long it takes, what is wrong with it.")
final class GcodeCommand implements NounCommand {
    private static final int EACH_KIND = 5;

    private final CliContext context;

    GcodeCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "info", description = "Moves, bounds, length, time and problems of a program.")
    int info(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--json") boolean json,
            @Option(names = "--picture", paramLabel = "PNG", description = "also draw its toolpath") @Nullable Path picture) {
        GcodeFile read = GcodeReader.read(file, context.progress());
        TimeEstimate time = TimeEstimator.estimate(read.toolpath(), MotionLimits.of(read.dialect()));
        if (picture != null) {
            new Pictures().toolpath(read.toolpath(), picture);
        }
        if (json) {
            context.json(node(read, time));
        } else {
            say(read, time);
        }
        return Cli.DONE;
    }

    @Command(name = "level", description = "Takes a height map into a program, so that it mills to the same depth everywhere.")
    int level(@Mixin GcodeLevelCommand.Options options) {
        return new GcodeLevelCommand(context, options).run();
    }

    private ObjectNode node(GcodeFile read, TimeEstimate time) {
        Toolpath path = read.toolpath();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", read.name());
        node.put("lines", read.lines());
        node.put("moves", path.size());
        node.set("bounds_mm", ShapeJson.bounds(path.bounds()));
        node.put("length_mm", ShapeJson.round(path.totalLength()));
        node.put("duration_s", ShapeJson.round(time.seconds()));
        node.put("dialect", read.dialect().id());
        node.put("filament_mm", ShapeJson.round(path.totalFilament()));
        MachineNeeds needs = read.needs();
        node.putObject("needs").put("hotend_c", needs.hotend()).put("bed_c", needs.bed())
                .put("spindle", needs.spindle()).put("tools", needs.tools());
        new ShapeJson(context.messages()).problems(node.putArray("problems"), read.problems());
        return node;
    }

    private void say(GcodeFile read, TimeEstimate time) {
        Toolpath path = read.toolpath();
        Formats f = context.formats();
        Bounds b = path.bounds();
        context.say("gcode.says-program", read.name(), read.dialect().id(), read.lines(), path.size());
        context.say("gcode.says-size", f.number(b.sizeX(), 2), f.number(b.sizeY(), 2), f.number(b.sizeZ(), 2),
                f.number(b.minX(), 2), f.number(b.minY(), 2), f.number(b.minZ(), 2));
        context.say("gcode.says-way", f.number(path.totalLength() / 1000, 2),
                f.duration(Duration.ofMillis(Math.round(time.seconds() * 1000))));
        if (path.totalFilament() > 0) {
            context.say("gcode.says-filament", f.number(path.totalFilament() / 1000, 2));
        }
        problems(read.problems());
    }

    /// A few of each kind: a file that is no program at all has thousands. `--json` has them all.
    private void problems(List<Problem> problems) {
        Map<String, List<Problem>> kinds = problems.stream()
                .collect(Collectors.groupingBy(Problem::code, LinkedHashMap::new, Collectors.toList()));
        kinds.values().forEach(kind -> {
            kind.stream().limit(EACH_KIND).forEach(p -> context.out().println(context.messages().get(p)));
            if (kind.size() > EACH_KIND) {
                context.say("gcode.says-more-problems", kind.size() - EACH_KIND);
            }
        });
    }
}
