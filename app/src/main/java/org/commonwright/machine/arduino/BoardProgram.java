package org.commonwright.machine.arduino;

import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;

/// What a person wants to have in a board: a `.hex`, or a sketch that is made into one first.
///
/// @param name what a person calls it
/// @param output what the tool said that made it; empty for a file that was ready
public record BoardProgram(String name, HexImage image, String output) {
    /// Reads it, or makes it.
    ///
    /// @param cli where a person says that `arduino-cli` is; asked for only by a sketch
    /// @throws Fault as [IntelHex#read], [ToolFinder#arduinoCli] or [ArduinoCli#compile]
    public static BoardProgram of(Path file, Board board, ToolFinder tools, Optional<Path> cli, Progress progress)
            throws InterruptedException {
        if (ArduinoCli.isSketch(file)) {
            Path folder = ArduinoCli.folder(file);
            var made = new ArduinoCli(tools.arduinoCli(cli)).compile(folder, board, progress);
            return checked(new BoardProgram(folder.getFileName().toString(), made.image(), made.output()), board);
        }
        return checked(new BoardProgram(String.valueOf(file.getFileName()), IntelHex.read(file), ""), board);
    }

    private static BoardProgram checked(BoardProgram program, Board board) {
        board.mustHold(program.name, program.image);
        return program;
    }
}
