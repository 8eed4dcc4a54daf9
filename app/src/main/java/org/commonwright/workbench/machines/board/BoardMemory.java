package org.commonwright.workbench.machines.board;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.machine.arduino.Board;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.LineEnding;
import org.commonwright.settings.SettingsFile;

/// What a person chose for boards the last time: speed, line ending, board, and where the tools are.
final class BoardMemory {
    private static final String SECTION = "boards";

    private final SettingsFile settings;

    BoardMemory(SettingsFile settings) {
        this.settings = settings;
    }

    int baud() {
        int baud = settings.section(SECTION).path("baud").asInt(BoardPort.USUAL_BAUD);
        return baud > 0 ? baud : BoardPort.USUAL_BAUD;
    }

    void baud(int baud) {
        put(section().put("baud", baud));
    }

    /// What nobody knows any more is the usual one again.
    LineEnding ending() {
        try {
            return LineEnding.of(text("ending"));
        } catch (Fault _) {
            return LineEnding.LF;
        }
    }

    void ending(LineEnding ending) {
        put(section().put("ending", ending.name()));
    }

    Board board() {
        try {
            return Board.of(text("board"));
        } catch (Fault _) {
            return Board.UNO;
        }
    }

    void board(Board board) {
        put(section().put("board", board.id()));
    }

    /// Where a person said that a tool is.
    Optional<Path> tool(String name) {
        try {
            String path = text(name);
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    void tool(String name, Path program) {
        put(section().put(name, program.toString()));
    }

    private String text(String name) {
        return settings.section(SECTION).path(name).asText("");
    }

    private ObjectNode section() {
        return settings.section(SECTION) instanceof ObjectNode object ? object : SettingsFile.object();
    }

    private void put(ObjectNode section) {
        settings.put(SECTION, section);
    }
}
