package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.link.PortHolders;
import org.commonwright.machine.link.PortHolders.Holder;
import org.commonwright.machine.link.PortName;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.link.UsbBoards;
import org.jspecify.annotations.Nullable;

/// `machine list`: the serial ports with what is known of the boards at them, who uses them, the hosts that are remembered, and
/// the machines of software. It opens none of them.
final class MachineListCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VIRTUAL = List.of("virtual:grbl", "virtual:marlin", "virtual:arduino");

    private final CliContext context;
    private final List<SerialPorts.Info> ports;
    private final PortName names = new PortName(UsbBoards.known());
    private final PortHolders holders = PortHolders.ofThisSystem();

    MachineListCommand(CliContext context, List<SerialPorts.Info> ports) {
        this.context = context;
        this.ports = ports;
    }

    int run(boolean asJson) {
        var hosts = HostBook.of(context.folders()).all().keySet();
        if (asJson) {
            ObjectNode node = JSON.createObjectNode();
            ArrayNode list = node.putArray("ports");
            ports.forEach(info -> list.add(json(info)));
            hosts.forEach(host -> list.addObject().put("port", host).put("description",
                    HostAddress.parse(host).software().title()));
            VIRTUAL.forEach(name -> list.addObject().put("port", name).put("description",
                    context.messages().get("machine.says-virtual")));
            context.json(node);
            return Exit.DONE;
        }
        for (SerialPorts.Info info : ports) {
            String sentence = names.sentence(info, context.messages());
            String said = holder(info).map(h -> context.messages().get("ports.list-held", sentence, h.name(),
                    String.valueOf(h.pid()))).orElse(sentence);
            context.say("machine.says-port", info.path(), said, "", "");
        }
        hosts.forEach(host -> context.say("hosts.says-remembered", host, HostAddress.parse(host).software().title()));
        VIRTUAL.forEach(name -> context.say("machine.says-port", name,
                context.messages().get("machine.says-virtual"), "", ""));
        return Exit.DONE;
    }

    private Optional<Holder> holder(SerialPorts.Info info) {
        return info.path().startsWith("/") ? holders.of(Path.of(info.path())) : Optional.empty();
    }

    private ObjectNode json(SerialPorts.Info info) {
        ObjectNode node = JSON.createObjectNode().put("port", info.path()).put("description", info.description())
                .put("board", names.board(info, context.messages())).put("manufacturer", info.manufacturer())
                .put("vendor_id", hex(info.vendor())).put("product_id", hex(info.product()))
                .put("serial_number", info.serial());
        holder(info).ifPresent(h -> node.putObject("held_by").put("program", h.name()).put("pid", h.pid()));
        return node;
    }

    private static @Nullable String hex(int id) {
        return id < 0 ? null : String.format("%04x", id);
    }
}
