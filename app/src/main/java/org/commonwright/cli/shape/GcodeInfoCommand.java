package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.machine.MachineTime;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.MachineNeeds;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.Pauses;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.gcode.Toolpath;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gcode info`: what a program does, before a machine does it.
final class GcodeInfoCommand {
    private static final int EACH_KIND = 5;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = "--json")
        private boolean json;

        @Option(names = "--picture", paramLabel = "PNG", description = "also draw its toolpath")
        private @Nullable Path picture;

        @Option(names = "--machine", paramLabel = "PORT", description = "how long it takes on this machine: virtual:grbl or virtual:marlin (which runs it in its own time), a device, tcp://host:port, or a file of settings that machine settings saved")
        private @Nullable String machine;
    }

    GcodeInfoCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Path file = Objects.requireNonNull(options.file);
        GcodeFile read = GcodeReader.read(file, context.progress());
        MachineTime machine = options.machine == null
                ? null
                : MachineTime.of(options.machine, file, read, context.progress());
        if (options.picture != null) {
            new Pictures().toolpath(read.toolpath(), options.picture);
        }
        if (options.json) {
            context.json(node(read, machine));
        } else {
            say(read, machine);
        }
        return Exit.DONE;
    }

    private static double seconds(GcodeFile read, Dialect dialect) {
        return TimeEstimator.estimate(read.toolpath(), MotionLimits.of(dialect)).seconds();
    }

    private ObjectNode node(GcodeFile read, @Nullable MachineTime machine) {
        Toolpath path = read.toolpath();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", read.name());
        node.put("lines", read.lines());
        node.put("moves", path.size());
        node.put("layers", Layers.of(path).count());
        path.featureNames().forEach(node.putArray("features")::add);
        node.set("bounds_mm", ShapeJson.bounds(path.bounds()));
        node.put("length_mm", ShapeJson.round(path.totalLength()));
        node.put("duration_s", ShapeJson.round(seconds(read, read.dialect())));
        ObjectNode estimates = node.putObject("estimates");
        for (Dialect dialect : Dialect.values()) {
            estimates.put(dialect.id() + "_s", ShapeJson.round(seconds(read, dialect)));
        }
        if (machine != null) {
            ObjectNode on = estimates.putObject("machine").put("name", machine.name()).put("dialect", machine.dialect())
                    .put("estimate_s", ShapeJson.round(machine.estimate()));
            if (machine.run() != null) {
                on.put("took_s", ShapeJson.round(machine.run().seconds()))
                        .put("apart_s", ShapeJson.round(machine.run().apart()))
                        .put("refused_lines", machine.run().refused());
            }
        }
        Pauses pauses = read.pauses();
        node.putObject("pauses").put("homing", pauses.homings()).put("heat", pauses.heats()).put("tool", pauses.tools())
                .put("person", pauses.people());
        node.put("dialect", read.dialect().id());
        node.put("filament_mm", ShapeJson.round(path.totalFilament()));
        MachineNeeds needs = read.needs();
        node.putObject("needs").put("hotend_c", needs.hotend()).put("bed_c", needs.bed())
                .put("spindle", needs.spindle()).put("tools", needs.tools());
        node.set("problems", ProblemsJson.of(problems(read, machine), context.messages()));
        return node;
    }

    /// Those of the program, and that it is for another firmware than the machine's.
    private static List<Problem> problems(GcodeFile read, @Nullable MachineTime machine) {
        List<Problem> all = new ArrayList<>(read.problems());
        if (machine != null && !machine.foreign().isEmpty()) {
            all.addFirst(Problem.warning(Place.file(read.name()), "gcode.other-firmware", read.dialect().id(),
                    machine.name(), machine.dialect(), machine.foreign().size()));
        }
        return all;
    }

    private void say(GcodeFile read, @Nullable MachineTime machine) {
        Toolpath path = read.toolpath();
        Formats f = context.formats();
        Bounds b = path.bounds();
        context.say("gcode.says-program", read.name(), read.dialect().id(), read.lines(), path.size());
        context.say("gcode.says-size", f.number(b.sizeX(), 2), f.number(b.sizeY(), 2), f.number(b.sizeZ(), 2),
                f.number(b.minX(), 2), f.number(b.minY(), 2), f.number(b.minZ(), 2));
        context.say("gcode.says-way", f.number(path.totalLength() / 1000, 2),
                duration(seconds(read, read.dialect())));
        if (machine != null) {
            context.say("gcode.says-machine", machine.name(), duration(machine.estimate()));
            if (machine.run() != null) {
                context.say("gcode.says-took", machine.name(), duration(machine.run().seconds()),
                        duration(machine.run().apart()), machine.run().refused());
            }
        }
        Pauses pauses = read.pauses();
        if (!pauses.isEmpty()) {
            context.say("gcode.says-pauses", pauses.homings(), pauses.heats(), pauses.tools(), pauses.people());
        }
        if (path.totalFilament() > 0) {
            context.say("gcode.says-filament", f.number(path.totalFilament() / 1000, 2));
        }
        problems(problems(read, machine));
    }

    private String duration(double seconds) {
        return context.formats().duration(Duration.ofMillis(Math.round(seconds * 1000)));
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
