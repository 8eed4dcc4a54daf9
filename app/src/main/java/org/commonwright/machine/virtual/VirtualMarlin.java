package org.commonwright.machine.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;

/// Marlin 2.1 in software: 128 bytes of receive buffer, four commands, a planner of 15 free blocks; line numbers, checksums
/// and resends; `busy:` while it waits; `M112`, `M108` and `M410` that act on arrival. After Marlin's G-code documents and
/// the RepRap wiki.
public final class VirtualMarlin implements VirtualMachine {
    private static final int RECEIVE_BYTES = 128;
    private static final int COMMANDS = 4;
    private static final long BUSY_NANOS = 2_000_000_000L;

    /// What differs from one Marlin to the next.
    ///
    /// @param advancedOk `ok N12 P15 B3` in place of `ok`
    /// @param okWithResend an `ok` after each `Resend:`
    /// @param without capabilities that it does not have, by their names in `M115`, and options that it was built without:
    ///        `AUTO_REPORT_REAL_POSITION`, `M114_REALTIME`; `PlannerBufferBytes`: its start was not heard
    public record Build(boolean advancedOk, boolean okWithResend, Set<String> without) {
        public static final Build USUAL = new Build(true, true);

        public Build(boolean advancedOk, boolean okWithResend) {
            this(advancedOk, okWithResend, Set.of());
        }

        /// The usual one, without these capabilities.
        public static Build lacking(String... capabilities) {
            return new Build(true, true, Set.of(capabilities));
        }
    }

    private final Build build;
    private final ReceiveRing ring = new ReceiveRing(RECEIVE_BYTES);
    private final Deque<MarlinReader.Command> commands = new ArrayDeque<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final StringBuilder said = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder arriving = new StringBuilder();
    private final MotionQueue motion;
    private final MarlinReader reader;
    private final MarlinCapabilities capabilities;
    private final MarlinMachine machine;
    private MarlinReader.@Nullable Command current;
    private boolean halted;
    private long busyAt = Long.MAX_VALUE;
    private long positionAt = Long.MAX_VALUE;
    private long temperatureAt = Long.MAX_VALUE;
    private long cardAt = Long.MAX_VALUE;

    public VirtualMarlin(Build build, Tracer tracer) {
        this.build = build;
        this.motion = new MotionQueue(1000, tracer);
        this.reader = new MarlinReader(this::say, build.okWithResend());
        this.capabilities = new MarlinCapabilities(build.without());
        this.machine = new MarlinMachine(motion, capabilities, this::say);
    }

    @Override
    public void powerOn(long now) {
        motion.clear(now);
        machine.standAt(motion.position(now));
        machine.coolDown(now);
        machine.person().reset();
        machine.card().reset();
        ring.clear();
        commands.clear();
        steps.clear();
        line.setLength(0);
        current = null;
        halted = false;
        busyAt = Long.MAX_VALUE;
        reader.reset();
        say("start");
        say("echo:Marlin 2.1.2");
        if (!build.without.contains("PlannerBufferBytes")) {
            say("echo: Free Memory: 4096  PlannerBufferBytes: 1232");
        }
    }

    @Override
    public void receive(byte[] bytes, int offset, int length, long now) {
        advance(now);
        for (int i = offset; i < offset + length && !halted; i++) {
            emergency((char) bytes[i], now);
            ring.put(bytes[i]);
        }
        advance(now);
    }

    /// Commands that Marlin's emergency parser obeys as their line ends, whatever waits before them.
    private void emergency(char c, long now) {
        if (c != '\n' && c != '\r') {
            arriving.append(c);
            return;
        }
        String text = arriving.toString().replaceFirst("^N[0-9]+ *", "").replaceFirst("\\*.*$", "").strip();
        arriving.setLength(0);
        // It sleeps while a file is written.
        if (!capabilities.has("EMERGENCY_PARSER") || machine.card().isWriting()) {
            return;
        }
        switch (text) {
            case "M112" -> kill(now);
            case "M108" -> machine.breakWait();
            case "M410" -> machine.quickStop(now);
            case "M524" -> machine.abortCard(now);
            default -> {
                if (text.matches("M876 ?S[0-9]")) {
                    machine.person().answer(text.charAt(text.length() - 1) - '0');
                }
            }
        }
    }

    private void kill(long now) {
        motion.clear(now);
        machine.coolDown(now);
        steps.clear();
        commands.clear();
        ring.clear();
        halted = true;
        say("Error:Printer halted. kill() called!");
    }

    @Override
    public void advance(long now) {
        motion.advance(now);
        if (halted) {
            return;
        }
        while (read() || work(now)) {
            motion.advance(now);
        }
        reports(now);
    }

    private boolean read() {
        if (commands.size() >= COMMANDS) {
            return false;
        }
        for (int b = ring.take(); b >= 0; b = ring.take()) {
            if (b != '\n' && b != '\r') {
                line.append((char) b);
                continue;
            }
            String text = line.toString().replaceFirst(";.*$", "");
            line.setLength(0);
            if (!text.isBlank()) {
                MarlinReader.Command command = reader.read(text);
                if (command == null) {
                    ring.clear();
                } else {
                    commands.add(command);
                }
                return true;
            }
        }
        return false;
    }

    private boolean work(long now) {
        MarlinReader.Command running = current;
        if (running == null) {
            MarlinReader.Command next = commands.peek();
            if (next == null) {
                return print();
            }
            if (next.text().equals("M112") && !capabilities.has("EMERGENCY_PARSER")) {
                kill(now);
                return false;
            }
            current = next;
            if (next.text().startsWith("M110")) {
                reader.last(next.number() < 0 ? numberIn(next.text()) : next.number());
            }
            if (machine.card().isWriting() && !next.text().startsWith("M29") && !next.text().startsWith("M110")) {
                machine.card().write(next.text());
            } else {
                steps.addAll(machine.steps(next.text(), now));
            }
            busyAt = now + BUSY_NANOS;
            return true;
        }
        if (!steps.isEmpty()) {
            boolean done = steps.peek().tryAt(now);
            if (done) {
                steps.poll();
            }
            return done;
        }
        commands.poll();
        current = null;
        busyAt = Long.MAX_VALUE;
        if (!running.text().startsWith("M105") && running.number() != MarlinReader.FROM_CARD) {
            ok(running);
        }
        return true;
    }

    /// The next line of the card's file, when nothing else is to be done.
    private boolean print() {
        String next = machine.card().next();
        if (next == null) {
            return false;
        }
        commands.add(new MarlinReader.Command(next, MarlinReader.FROM_CARD));
        return true;
    }

    private static int numberIn(String text) {
        String digits = text.replaceFirst("^M110 *N?", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private void ok(MarlinReader.Command command) {
        if (!build.advancedOk()) {
            say("ok");
            return;
        }
        String number = command.number() < 0 ? "" : " N" + command.number();
        say("ok" + number + " P" + (MarlinMachine.PLANNER_BLOCKS - motion.size()) + " B"
                + (COMMANDS - 1 - commands.size()));
    }

    private void reports(long now) {
        if (now >= busyAt) {
            busyAt = now + BUSY_NANOS;
            say("echo:busy: " + (machine.person().isWaiting() ? "paused for user" : "processing"));
        }
        positionAt = due(positionAt, machine.positionEvery(), now);
        if (now >= positionAt) {
            positionAt = now + (long) (machine.positionEvery() * 1e9);
            say(machine.reported(now));
        }
        temperatureAt = due(temperatureAt, machine.temperatureEvery(), now);
        if (now >= temperatureAt) {
            temperatureAt = now + (long) (machine.temperatureEvery() * 1e9);
            say(" " + machine.temperatures(now));
        }
        cardAt = due(cardAt, machine.card().every(), now);
        if (now >= cardAt) {
            cardAt = now + (long) (machine.card().every() * 1e9);
            machine.card().report();
        }
    }

    private static long due(long at, double every, long now) {
        if (every == 0) {
            return Long.MAX_VALUE;
        }
        return at == Long.MAX_VALUE ? now + (long) (every * 1e9) : at;
    }

    @Override
    public long nextEvent() {
        // Reports and `busy:` come when time passes; they are no reason for it to pass.
        long next = motion.nextEvent();
        return switch (steps.peek()) {
            case Wait wait -> Math.min(next, wait.until());
            case MarlinMachine.HeatUp heating -> Math.min(next, heating.until());
            case null, default -> next;
        };
    }

    private void say(String text) {
        said.append(text).append('\n');
    }

    @Override
    public byte[] said() {
        byte[] bytes = said.toString().getBytes(StandardCharsets.ISO_8859_1);
        said.setLength(0);
        return bytes;
    }

    @Override
    public Position position(long now) {
        return motion.position(now);
    }

    /// Bytes that the receive buffer lost so far.
    public int lostBytes() {
        return ring.lost();
    }
}
