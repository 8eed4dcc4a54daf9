package org.commonwright.machine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.virtual.VirtualMachine;

/// A machine at the end of a cable that changes or loses whole lines, either way; a line of null is lost.
final class LosingMachine implements VirtualMachine {
    private final VirtualMachine machine;
    private final UnaryOperator<String> there;
    private final UnaryOperator<String> back;
    private final StringBuilder going = new StringBuilder();
    private final StringBuilder coming = new StringBuilder();

    /// @param there what becomes of a line to the machine
    /// @param back what becomes of one from it
    LosingMachine(VirtualMachine machine, UnaryOperator<String> there, UnaryOperator<String> back) {
        this.machine = machine;
        this.there = there;
        this.back = back;
    }

    private static byte[] through(StringBuilder held, UnaryOperator<String> way, byte[] bytes, int offset, int length) {
        var out = new ByteArrayOutputStream();
        for (int i = offset; i < offset + length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (c == '\n') {
                String line = way.apply(held.toString());
                held.setLength(0);
                if (line != null) {
                    out.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
                }
            } else if (c == '?' || c == '!' || c == '~' || c < '\r' || c > '~' || c == 0x18) {
                out.write(c);
            } else {
                held.append(c);
            }
        }
        return out.toByteArray();
    }

    @Override
    public void powerOn(long now) {
        machine.powerOn(now);
    }

    @Override
    public void receive(byte[] bytes, int offset, int length, long now) {
        byte[] in = through(going, there, bytes, offset, length);
        machine.receive(in, 0, in.length, now);
    }

    @Override
    public void advance(long now) {
        machine.advance(now);
    }

    @Override
    public long nextEvent() {
        return machine.nextEvent();
    }

    @Override
    public byte[] said() {
        byte[] said = machine.said();
        return through(coming, back, said, 0, said.length);
    }

    @Override
    public Position position(long now) {
        return machine.position(now);
    }
}
