package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Formats;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.heightmap.CutArea;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.heightmap.HeightProbing;
import org.commonwright.machine.heightmap.ProbeDepths;
import org.commonwright.machine.heightmap.ProbeGrid;
import org.commonwright.machine.protocol.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine heightmap`: probes how uneven the surface under a program is. Ctrl+C stops in order, lifts the tool and keeps what
/// was probed.
final class MachineHeightmapCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:grbl")
        private String port = "";

        @Parameters(index = "1", paramLabel = "PROGRAM", description = "the program that is to be milled")
        private @Nullable Path program;

        @Option(names = {"-o", "--output"}, paramLabel = "MAP", required = true, description = "the file for the map")
        private @Nullable Path output;

        @Option(names = "--step", paramLabel = "MM", defaultValue = "10", description = "the most between two points (10)")
        private double step;

        @Option(names = "--safe", paramLabel = "MM", defaultValue = "5", description = "height of the way from point to point (5)")
        private double safe;

        @Option(names = "--lowest", paramLabel = "MM", defaultValue = "-2", description = "how far down the surface is looked for (-2)")
        private double lowest;

        @Option(names = "--feed", paramLabel = "MM/MIN", defaultValue = "60", description = "of the probing (60)")
        private double feed;

        @Option(names = "--continue", description = "probes what the map in the output file still lacks")
        private boolean goOn;

        @Option(names = "--json")
        private boolean json;
    }

    MachineHeightmapCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port given = Port.parse(options.port);
        Port port = given instanceof Port.Virtual virtual && !options.port.contains("?")
                ? new Port.Virtual(virtual.kind(), 0)
                : given;
        Path output = Objects.requireNonNull(options.output);
        var depths = new ProbeDepths(options.safe, options.lowest, options.feed);
        HeightMap begun = begun(Program.read(Objects.requireNonNull(options.program)), output);
        var last = new AtomicReference<>(begun);
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(port, "commonwright machine heightmap")) {
            HeightMap named = begun.by(session.info().firmware() + " " + session.info().version());
            last.set(named);
            try {
                new HeightProbing(session, depths).probe(named, last::set,
                        interrupts.cancelledOnExit(context.progress()));
            } catch (Fault | InterruptedException e) {
                keep(last.get(), output);
                throw e;
            }
        }
        HeightMapFile.write(output, last.get());
        tell(last.get(), output);
        return Exit.DONE;
    }

    private HeightMap begun(Program program, Path output) {
        ProbeGrid grid = ProbeGrid.over(CutArea.of(program), options.step);
        if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
            if (!options.goOn) {
                throw new Fault("heightmap.is-there", output);
            }
            HeightMap begun = HeightMapFile.read(output);
            if (!begun.grid().isLike(grid)) {
                throw new Fault("heightmap.other-grid", output, program.name(), begun.grid().words(), grid.words());
            }
            return begun;
        }
        return HeightMap.empty(grid, new HeightMap.Origin("", program.name(), Instant.now().toString()));
    }

    /// What was probed before something went wrong is worth its time.
    private void keep(HeightMap map, Path output) {
        if (map.known() > 0) {
            HeightMapFile.write(output, map);
            context.err().println(context.messages().get("heightmap.says-saved", output));
        }
    }

    private void tell(HeightMap map, Path output) {
        ProbeGrid grid = map.grid();
        if (options.json) {
            ObjectNode node = HeightMapJson.node(map).put("map", output.toString());
            context.json(node);
            return;
        }
        Formats f = context.formats();
        context.say("heightmap.says-map", map.known(), grid.size(), grid.columns(), grid.rows(),
                f.number(map.lowest(), 3), f.number(map.highest(), 3), f.number(map.highest() - map.lowest(), 3));
        for (int row = grid.rows() - 1; row >= 0; row--) {
            var line = new StringBuilder(pad(f.number(grid.y(row * grid.columns()), 1), 9));
            for (int column = 0; column < grid.columns(); column++) {
                line.append(pad(f.number(map.at(row * grid.columns() + column), 3), 9));
            }
            context.out().println(line);
        }
        var foot = new StringBuilder(pad("", 9));
        for (int column = 0; column < grid.columns(); column++) {
            foot.append(pad(f.number(grid.x(column), 1), 9));
        }
        context.out().println(foot);
        context.say("heightmap.says-saved", output);
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
