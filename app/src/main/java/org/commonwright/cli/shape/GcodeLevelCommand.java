package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.files.AtomicFiles;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.heightmap.Levelled;
import org.commonwright.machine.heightmap.Leveller;
import org.commonwright.machine.protocol.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gcode level`: takes a height map into a program.
final class GcodeLevelCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PROGRAM")
        private @Nullable Path program;

        @Option(names = "--map", paramLabel = "MAP", required = true, description = "a height map, from machine heightmap")
        private @Nullable Path map;

        @Option(names = "--clear", paramLabel = "MM", description = "from this height on nothing is changed (a millimetre above the map's highest point)")
        private @Nullable Double clear;

        @Option(names = {"-o",
                "--output"}, paramLabel = "OUT", required = true, description = "the file for the levelled program")
        private @Nullable Path output;

        @Option(names = "--json")
        private boolean json;
    }

    GcodeLevelCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        Path file = Objects.requireNonNull(options.map);
        Path output = Objects.requireNonNull(options.output);
        Program program = Program.read(Objects.requireNonNull(options.program));
        HeightMap map = HeightMapFile.read(file);
        double clear = options.clear == null ? Leveller.clearHeight(map) : options.clear;
        String name = String.valueOf(file.getFileName());
        Levelled levelled = Leveller.level(program, map, name, clear, context.progress());
        AtomicFiles.replace(output, levelled.program().bytes());
        if (options.json) {
            ObjectNode node = new ObjectMapper().createObjectNode().put("program", program.name()).put("map", name)
                    .put("map_sha256", HeightMapFile.id(map).hex()).put("clear_mm", clear)
                    .put("lines", program.lines()).put("lines_changed", levelled.changed())
                    .put("lines_written", levelled.written()).put("least_mm", levelled.least())
                    .put("most_mm", levelled.most()).put("output", output.toString());
            context.json(node);
        } else if (levelled.changed() == 0) {
            context.say("heightmap.says-flat", output);
        } else {
            context.say("heightmap.says-levelled", levelled.changed(), levelled.written(),
                    context.formats().number(levelled.least(), 3), context.formats().number(levelled.most(), 3),
                    output);
        }
        return Exit.DONE;
    }
}
