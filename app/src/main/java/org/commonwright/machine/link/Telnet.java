package org.commonwright.machine.link;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// The telnet of serial servers (RFC 854, 855), without wires: what arrives is parted into the machine's bytes and the server's
/// negotiation, every option is refused but the one that sets the line's speed (RFC 2217), and 255 is sent doubled. Not
/// thread-safe.
final class Telnet {
    static final int IAC = 255;
    static final int DONT = 254;
    static final int DO = 253;
    static final int WONT = 252;
    static final int WILL = 251;
    static final int SB = 250;
    static final int SE = 240;
    static final int COM_PORT = 44;
    private static final int SET_BAUDRATE = 1;

    private final int baud;
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private State state = State.DATA;
    private int verb;
    private boolean afterReturn;
    private boolean speedAsked;

    private enum State {
        DATA, COMMAND, OPTION, SUBOPTION, SUBOPTION_COMMAND
    }

    /// @param baud that the server is asked to set, 0 for none
    Telnet(int baud) {
        this.baud = baud;
        if (baud > 0) {
            reply(WILL, COM_PORT);
        }
    }

    /// Whether a connection that begins with these bytes is telnet: no machine begins with a 255, let alone with these two.
    static boolean begins(byte[] bytes, int length) {
        return length >= 2 && (bytes[0] & 0xFF) == IAC && (bytes[1] & 0xFF) >= WILL && (bytes[1] & 0xFF) <= DONT;
    }

    /// Takes what arrived, and leaves only the machine's bytes.
    ///
    /// @return how many there are, from the beginning of `bytes`
    int received(byte[] bytes, int length) {
        int n = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            switch (state) {
                case DATA -> {
                    if (b == IAC) {
                        state = State.COMMAND;
                    } else if (b != 0 || !afterReturn) {
                        // A return alone is sent as return and zero.
                        bytes[n++] = (byte) b;
                    }
                    afterReturn = b == '\r';
                }
                case COMMAND -> {
                    state = State.DATA;
                    if (b == IAC) {
                        bytes[n++] = (byte) IAC;
                    } else if (b >= WILL) {
                        verb = b;
                        state = State.OPTION;
                    } else if (b == SB) {
                        state = State.SUBOPTION;
                    }
                }
                case OPTION -> {
                    state = State.DATA;
                    negotiate(b);
                }
                case SUBOPTION -> state = b == IAC ? State.SUBOPTION_COMMAND : state;
                case SUBOPTION_COMMAND -> state = b == SE ? State.DATA : State.SUBOPTION;
            }
        }
        return n;
    }

    /// A refusal is not answered (RFC 854), so that two who refuse come to an end.
    private void negotiate(int option) {
        if (verb == DO && option == COM_PORT && baud > 0) {
            setSpeed();
        } else if (verb == DO) {
            reply(WONT, option);
        } else if (verb == WILL) {
            reply(DONT, option);
        }
    }

    private void setSpeed() {
        if (!speedAsked) {
            speedAsked = true;
            replies.writeBytes(new byte[]{(byte) IAC, (byte) SB, COM_PORT, SET_BAUDRATE});
            replies.writeBytes(escaped(ByteBuffer.allocate(Integer.BYTES).putInt(baud).array(), 0, Integer.BYTES));
            replies.writeBytes(new byte[]{(byte) IAC, (byte) SE});
        }
    }

    private void reply(int what, int option) {
        replies.writeBytes(new byte[]{(byte) IAC, (byte) what, (byte) option});
    }

    /// What is to be answered, and forgets it.
    byte[] replies() {
        byte[] all = replies.toByteArray();
        replies.reset();
        return all;
    }

    /// The bytes with each 255 doubled.
    static byte[] escaped(byte[] bytes, int offset, int length) {
        var out = new ByteArrayOutputStream(length + 2);
        for (int i = offset; i < offset + length; i++) {
            out.write(bytes[i]);
            if ((bytes[i] & 0xFF) == IAC) {
                out.write(IAC);
            }
        }
        return out.toByteArray();
    }
}
