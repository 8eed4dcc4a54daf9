package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.machine.arduino.Board;
import org.commonwright.machine.link.SerialPorts;

/// `machine boards`: the boards that can be written to, and which of them the ports say they are.
final class MachineBoardsCommand {
    private final CliContext context;
    private final boolean json;

    MachineBoardsCommand(CliContext context, boolean json) {
        this.context = context;
        this.json = json;
    }

    int run() {
        List<SerialPorts.Info> ports = SerialPorts.list();
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode boards = node.putArray("boards");
        for (Board board : Board.values()) {
            boards.addObject().put("id", board.id()).put("name", board.title()).put("part", board.part())
                    .put("flash_bytes", board.flash()).put("programmer", board.programmer())
                    .put("baud", board.baud()).put("fqbn", board.fqbn());
            say("arduino.says-board", board.id(), board.title(), board.part(), board.flash());
        }
        ArrayNode list = node.putArray("ports");
        for (SerialPorts.Info port : ports) {
            Board.of(port).ifPresentOrElse(board -> {
                list.addObject().put("port", port.path()).put("board", board.id());
                say("arduino.says-port-is", port.path(), board.title(), board.id());
            }, () -> list.addObject().put("port", port.path()).putNull("board"));
        }
        if (json) {
            context.json(node);
        }
        return Exit.DONE;
    }

    private void say(String key, Object... arguments) {
        if (!json) {
            context.say(key, arguments);
        }
    }
}
