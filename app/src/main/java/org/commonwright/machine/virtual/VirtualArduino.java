package org.commonwright.machine.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonwright.machine.protocol.Position;

/// An Arduino board with a sketch to practise the monitor and the plotter on: it prints three labelled waves fifty times a
/// second, and answers `help`, `rate N`, `off`, `on`, `noise` (bytes that are no text) and `hello`.
public final class VirtualArduino implements VirtualMachine {
    private static final long SECOND = 1_000_000_000L;
    private static final int USUAL_RATE = 50;
    private static final int HIGHEST_RATE = 20_000;
    private static final int LONGEST = 200;
    private static final byte[] NOISE = {(byte) 0xFF, (byte) 0xC3, 0x28, 0, 7, 27, (byte) 0x80, 'o', 'k', '\n'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private long start;
    private long next;
    private long period;
    private boolean talks;

    @Override
    public void powerOn(long now) {
        start = now;
        next = now;
        period = SECOND / USUAL_RATE;
        talks = true;
        line.setLength(0);
        say("Practice board ready. Type help.");
    }

    @Override
    public void receive(byte[] bytes, int offset, int length, long now) {
        for (int i = offset; i < offset + length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (c == '\n' || c == '\r') {
                answer(line.toString().strip(), now);
                line.setLength(0);
            } else if (line.length() < LONGEST) {
                line.append(c);
            }
        }
    }

    private void answer(String command, long now) {
        switch (command) {
            case "" -> {
            }
            case "help" -> say("hello, off, on, rate N (lines a second), noise");
            case "hello" -> say("hello yourself");
            case "off" -> talks = false;
            case "on" -> {
                talks = true;
                next = now;
            }
            case "noise" -> out.writeBytes(NOISE);
            default -> {
                if (command.matches("rate [0-9]{1,5}")) {
                    int rate = Math.clamp(Integer.parseInt(command.substring("rate ".length())), 1, HIGHEST_RATE);
                    period = SECOND / rate;
                    say(rate + " lines a second");
                } else {
                    say("unknown: " + command);
                }
            }
        }
    }

    @Override
    public void advance(long now) {
        while (talks && next <= now) {
            double t = (double) (next - start) / SECOND;
            say(String.format(Locale.ROOT, "sine:%.3f,cosine:%.3f,drift:%.3f", Math.sin(t), Math.cos(t),
                    Math.sin(t / 10) + Math.sin(7 * t) / 5));
            next += period;
        }
    }

    @Override
    public long nextEvent() {
        return talks ? next : Long.MAX_VALUE;
    }

    @Override
    public boolean isEndless() {
        return true;
    }

    @Override
    public byte[] said() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    @Override
    public Position position(long now) {
        return Position.ORIGIN;
    }

    private void say(String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
