package org.commonwright.machine.virtual;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.commonwright.machine.protocol.Position;

/// GRBL 1.1h on an Uno, in software: 128 bytes of receive buffer that overflow without a word, a planner of 15 blocks, bytes
/// that act at once, lines that are answered in order, bytes lost while the EEPROM is written. After the GRBL 1.1 interface
/// and commands documents. Not modelled: parking, the safety door's switch.
public final class VirtualGrbl implements VirtualMachine {
    static final int RECEIVE_BYTES = 128;
    static final int PLANNER_BLOCKS = 15;
    private static final int LINE_LIMIT = 80;
    private static final long EEPROM_NANOS = 20_000_000;
    private static final long HOMING_NANOS = 2_000_000_000L;

    private final GrblInput input = new GrblInput(RECEIVE_BYTES);
    private final GrblSettings settings = new GrblSettings();
    private final MotionQueue motion;
    private final GrblProbe probe;
    private final GrblInterpreter interpreter;
    private final GrblOverrides overrides = new GrblOverrides();
    private final GrblHold hold;
    private final GrblReporter reporter;
    private final GrblDollar dollar;
    private final StringBuilder said = new StringBuilder();
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean jogging;
    /// The part of its speed at which it drives.
    private double pace = 1;
    private boolean cancelling;
    private boolean homing;
    private boolean locked;
    private boolean checking;
    private boolean asleep;
    private boolean blank;

    /// A machine with nothing under its probe.
    public VirtualGrbl(Tracer tracer) {
        this(tracer, Surface.NONE);
    }

    /// @param surface what its probe touches
    public VirtualGrbl(Tracer tracer, Surface surface) {
        this.motion = new MotionQueue(200, tracer);
        this.probe = new GrblProbe(surface, motion, this);
        this.interpreter = new GrblInterpreter(settings, motion, probe, PLANNER_BLOCKS);
        this.hold = new GrblHold(motion, interpreter.modes());
        this.reporter = new GrblReporter(settings, motion, interpreter, overrides, hold, probe);
        this.dollar = new GrblDollar(this, settings, interpreter, probe);
    }

    /// As somebody left it who had homed it and had then set the work's zero at this place, over which it still stands.
    public VirtualGrbl zeroedAt(Position place) {
        standAt(place);
        interpreter.coordinates().place(place);
        return this;
    }

    private void standAt(Position place) {
        motion.position(place);
        interpreter.standAt(place);
    }

    /// As a board whose memory was never written: it says so when it starts, lists the settings that it takes instead, and
    /// says so again for every place that is read.
    public VirtualGrbl blank() {
        blank = true;
        interpreter.coordinates().blank();
        dollar.blank();
        return this;
    }

    @Override
    public void powerOn(long now) {
        locked = false;
        asleep = false;
        if (blank) {
            blank = false;
            say("error:7");
            said.append(settings.list());
        }
        reset(now);
    }

    /// A soft reset, `0x18`: in motion it loses the position and locks.
    void reset(long now) {
        motion.advance(now);
        boolean moving = motion.isMoving() || homing;
        motion.clear(now);
        interpreter.standAt(motion.position(now));
        input.clear();
        steps.clear();
        GrblModes modes = interpreter.modes();
        modes.reset();
        hold.clear();
        overrides.normal();
        interpreter.coordinates().clearShift();
        interpreter.coordinates().toolLength(0);
        reporter.changed();
        jogging = false;
        pace(now);
        cancelling = false;
        if (moving) {
            alarm(homing ? 6 : 3);
        }
        locked |= asleep;
        homing = false;
        checking = false;
        asleep = false;
        said.append("\r\n");
        say("Grbl 1.1h ['$' for help]");
        if (locked) {
            say("[MSG:'$H'|'$X' to unlock]");
        }
    }

    /// Locks; GRBL says which alarm it is at once.
    void alarm(int code) {
        locked = true;
        say("ALARM:" + code);
    }

    @Override
    public void receive(byte[] bytes, int offset, int length, long now) {
        advance(now);
        for (int i = offset; i < offset + length; i++) {
            int b = bytes[i] & 0xFF;
            if (!realtime(b, now)) {
                input.put(bytes[i]);
            }
        }
        advance(now);
    }

    private boolean realtime(int b, long now) {
        switch (b) {
            case 0x18 -> reset(now);
            case '?' -> report(now);
            case '!' -> hold(now);
            case '~' -> resume(now);
            case 0x84 -> door(now);
            case 0x85 -> {
                if (jogging && motion.isMoving()) {
                    cancelling = true;
                    motion.hold(now);
                }
            }
            default -> {
                return b >= 0x80 && override(b, now);
            }
        }
        return true;
    }

    private void door(long now) {
        if (!locked && !checking && !homing && !asleep) {
            hold.door(now);
            reporter.changed();
        }
    }

    private void hold(long now) {
        if (!locked && !checking && !homing && !asleep) {
            hold.hold(now);
        }
    }

    private void resume(long now) {
        if (hold.resume(now)) {
            advance(now);
        }
        reporter.changed();
    }

    private boolean override(int b, long now) {
        switch (b) {
            case 0x9E -> hold.toggleSpindle();
            case 0xA0, 0xA1 -> interpreter.modes().toggle(b == 0xA1, locked || checking);
            default -> {
                overrides.apply(b);
                pace(now);
            }
        }
        reporter.changed();
        return true;
    }

    @Override
    public void advance(long now) {
        motion.advance(now);
        hold.advance(now);
        if (cancelling && motion.isHeld()) {
            motion.clear(now);
            interpreter.standAt(motion.position(now));
            steps.removeIf(step -> !(step instanceof Answer));
            cancelling = false;
        }
        jogging &= motion.isMoving() || !steps.isEmpty();
        pace(now);
        while (!motion.isHeld() && (workOff(now) || readLine(now))) {
            pace(now);
            motion.advance(now);
        }
    }

    /// A jog takes no notice of the feed override (`PL_COND_FLAG_NO_FEED_OVERRIDE` in GRBL's `jog.c`).
    private void pace(long now) {
        double wanted = jogging ? 1 : overrides.feed() / 100.0;
        if (wanted != pace) {
            pace = wanted;
            motion.rate(wanted, now);
        }
    }

    /// An `ok` at the end of a line's steps.
    private final class Answer implements Step {
        @Override
        public boolean tryAt(long now) {
            input.deaf(false);
            homing = false;
            say("ok");
            return true;
        }
    }

    private boolean workOff(long now) {
        if (steps.isEmpty() || !steps.peek().tryAt(now)) {
            return false;
        }
        // A step may have reset the machine, and so have emptied the queue.
        steps.poll();
        return true;
    }

    private boolean readLine(long now) {
        String text = steps.isEmpty() ? input.line() : null;
        if (text != null) {
            execute(text, now);
        }
        return text != null;
    }

    private void execute(String raw, long now) {
        String text = GrblParser.strip(raw);
        try {
            if (text.length() >= LINE_LIMIT) {
                throw new Refusal(11);
            }
            if (asleep) {
                return;
            }
            if (text.startsWith("$")) {
                steps.addAll(dollar.execute(text, now));
            } else if (!text.isEmpty()) {
                if (locked || jogging) {
                    throw new Refusal(9);
                }
                gcode(text, now);
            }
            steps.add(new Answer());
        } catch (Refusal refusal) {
            steps.clear();
            say("error:" + refusal.code());
        }
    }

    private void gcode(String text, long now) throws Refusal {
        GrblCommand command = GrblParser.parse(text);
        steps.addAll(interpreter.steps(command, checking, EEPROM_NANOS));
        input.deaf(steps.stream().anyMatch(s -> s instanceof Wait) && command.nonModal != 4);
        if (command.movesZero()) {
            reporter.changed();
        }
        if (command.program >= 0 && !checking) {
            steps.add(_ -> motion.isEmpty());
            steps.add(at -> {
                if (command.program < 2) {
                    motion.hold(at);
                } else {
                    interpreter.modes().programEnd();
                    overrides.normal();
                    pace(at);
                    reporter.changed();
                    say("[MSG:Pgm End]");
                }
                return true;
            });
        }
    }

    private void report(long now) {
        if (homing) {
            return;
        }
        motion.advance(now);
        say(reporter.report(state(), input.free(), now));
    }

    private String state() {
        if (asleep) {
            return "Sleep";
        }
        if (locked) {
            return "Alarm";
        }
        if (checking) {
            return "Check";
        }
        if (motion.isHolding() && !cancelling) {
            return hold.state();
        }
        return motion.isEmpty() ? "Idle" : jogging ? "Jog" : "Run";
    }

    /// Says one line.
    void say(String text) {
        said.append(text).append("\r\n");
    }

    /// Says text that ends its own lines.
    void said(String text) {
        said.append(text);
    }

    boolean isIdle() {
        return motion.isEmpty() && !locked && !checking && !motion.isHolding();
    }

    boolean isLocked() {
        return locked;
    }

    boolean isChecking() {
        return checking;
    }

    void checking(boolean on) {
        checking = on;
    }

    void jogging() {
        jogging = true;
    }

    boolean isJogging() {
        return jogging;
    }

    void unlock() {
        locked = false;
    }

    /// The steppers are let go, spindle and coolant go off; only a reset wakes it.
    void sleep() {
        asleep = true;
        interpreter.modes().toolOff();
        say("[MSG:Sleeping]");
    }

    void deaf() {
        input.deaf(true);
        steps.add(new Wait(EEPROM_NANOS));
    }

    /// Goes to the switches; while it does that it answers nothing.
    void homeAll() {
        homing = true;
        steps.add(new Wait(HOMING_NANOS));
        steps.add(_ -> {
            locked = false;
            standAt(settings.homed());
            return true;
        });
    }

    @Override
    public long nextEvent() {
        long next = Math.min(motion.nextEvent(), hold.nextEvent());
        return steps.peek() instanceof Wait wait ? Math.min(next, wait.until()) : next;
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
        return input.lost();
    }
}
