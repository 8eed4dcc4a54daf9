package org.commonwright.machine.link;

import org.commonwright.i18n.Messages;

/// What a person calls a serial port: its board, its USB numbers and its serial number, as far as they are known.
public final class PortName {
    private final UsbBoards boards;

    public PortName(UsbBoards boards) {
        this.boards = boards;
    }

    /// The board's name in the list; otherwise what the device says of itself, and at last the words "serial port".
    public String board(SerialPorts.Info info, Messages messages) {
        return boards.name(info.vendor(), info.product()).orElseGet(() -> info.description().isBlank()
                ? messages.get("ports.unnamed")
                : info.description());
    }

    public String sentence(SerialPorts.Info info, Messages messages) {
        String board = board(info, messages);
        if (info.vendor() < 0) {
            return board;
        }
        String ids = String.format("%04x:%04x", info.vendor(), info.product());
        return info.serial().isEmpty()
                ? messages.get("ports.ids-no-serial", board, ids)
                : messages.get("ports.ids", board, ids, info.serial());
    }
}
