package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.arduino.Board;
import org.commonwright.machine.arduino.BoardProgram;
import org.commonwright.machine.arduino.FlashResult;
import org.commonwright.machine.arduino.FlashWatch;
import org.commonwright.machine.arduino.Flasher;
import org.commonwright.machine.arduino.PortTouch;
import org.commonwright.machine.arduino.ToolFinder;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine flash`: writes a program into an Arduino board and compares what is in it then.
final class MachineFlashCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "the board's port")
        private String port = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "a .hex file, or a sketch: its folder or .ino file")
        private Path file = Path.of("");

        @Option(names = "--board", paramLabel = "BOARD", required = true, description = "which board it is; machine boards lists them")
        private String board = "";

        @Option(names = "--avrdude", paramLabel = "FILE", description = "where avrdude is, if it is not found by itself")
        private @Nullable Path avrdude;

        @Option(names = "--arduino-cli", paramLabel = "FILE", description = "where arduino-cli is, if it is not found by itself")
        private @Nullable Path cli;

        @Option(names = "--verbose", description = "shows all that the tools say")
        private boolean verbose;

        @Option(names = "--json")
        private boolean json;
    }

    MachineFlashCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        var machines = new Machines();
        Port port = machines.found(Port.parse(options.port));
        if (!(port instanceof Port.Serial serial)) {
            throw new Fault("arduino.not-serial", port);
        }
        Board board = Board.of(options.board);
        var tools = new ToolFinder(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        BoardProgram program = BoardProgram.of(options.file, board, tools, Optional.ofNullable(options.cli),
                context.progress());
        var flasher = new Flasher(tools.avrdude(Optional.ofNullable(options.avrdude)), PortTouch.real());
        try (var interrupts = new Interrupts();
                var hold = machines.hold(serial, "commonwright machine flash")) {
            hold.nowFor("commonwright machine flash " + program.name());
            Progress progress = interrupts.cancelledOnExit(context.progress());
            FlashResult result = flasher.flash(board, serial.path(), program.name(), program.image(),
                    FlashWatch.to(progress), progress);
            tell(result, program);
            return result.failure().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    private void tell(FlashResult result, BoardProgram program) {
        if (options.json) {
            ObjectNode node = new ObjectMapper().createObjectNode().put("port", result.port())
                    .put("board", result.board().id()).put("bytes", result.bytes())
                    .put("seconds", Math.round(result.seconds() * 1000) / 1000.0)
                    .put("written", result.failure().isEmpty()).put("output", program.output() + result.output());
            result.failure().ifPresent(fault -> node.put("failure", fault.code()).put("text",
                    context.messages().get(fault)));
            context.json(node);
            return;
        }
        if (options.verbose) {
            context.out().println(program.output() + result.output());
        }
        result.failure().ifPresentOrElse(fault -> context.err().println(context.messages().get(fault)),
                () -> context.say("arduino.says-written", program.name(), result.bytes(), result.board(),
                        result.port(), context.formats().number(result.seconds(), 1)));
    }
}
