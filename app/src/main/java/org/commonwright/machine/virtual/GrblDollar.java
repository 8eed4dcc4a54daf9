package org.commonwright.machine.virtual;

import java.util.ArrayDeque;
import java.util.Deque;

/// GRBL's `$` commands.
final class GrblDollar {
    private final VirtualGrbl machine;
    private final GrblSettings settings;
    private final GrblInterpreter interpreter;
    private final GrblProbe probe;
    /// Kept and listed; this machine runs nothing when it starts.
    private final String[] startup = {"", ""};
    private boolean blank;

    GrblDollar(VirtualGrbl machine, GrblSettings settings, GrblInterpreter interpreter, GrblProbe probe) {
        this.probe = probe;
        this.machine = machine;
        this.settings = settings;
        this.interpreter = interpreter;
    }

    /// @return what is left to do before the answer
    Deque<Step> execute(String text, long now) throws Refusal {
        Deque<Step> rest = new ArrayDeque<>();
        if (text.startsWith("$J=")) {
            return jog(text.substring(3));
        }
        switch (text) {
            case "$" -> machine.say("[HLP:$$ $# $G $I $N $x=val $Nx=line $J=line $SLP $C $X $H ~ ! ? ctrl-x]");
            case "$G" -> machine.say(interpreter.modes().list());
            case "$X" -> {
                if (machine.isLocked()) {
                    machine.unlock();
                    machine.say("[MSG:Caution: Unlocked]");
                }
            }
            case "$C" -> check(rest);
            case "$$" -> {
                idle();
                machine.said(settings.list());
            }
            default -> whileIdle(text);
        }
        return rest;
    }

    private void whileIdle(String text) throws Refusal {
        idle();
        switch (text) {
            case "$I" -> {
                machine.say("[VER:1.1h.20190830:]");
                machine.say("[OPT:VNML," + VirtualGrbl.PLANNER_BLOCKS + "," + VirtualGrbl.RECEIVE_BYTES + "]");
            }
            case "$#" -> machine.said(interpreter.coordinates().list(probe.line()));
            case "$N" -> startupLines();
            case "$SLP" -> machine.sleep();
            case "$H" -> {
                if (settings.get(22) == 0) {
                    throw new Refusal(5);
                }
                machine.homeAll();
            }
            default -> set(text);
        }
    }

    /// The startup lines were never written.
    void blank() {
        blank = true;
    }

    /// `error:7` stands for a line that could not be read, which is empty from then on.
    private void startupLines() {
        for (int i = 0; i < startup.length; i++) {
            machine.say(blank ? "error:7" : "$N" + i + "=" + startup[i]);
        }
        blank = false;
    }

    private void set(String text) throws Refusal {
        if (text.startsWith("$N0=") || text.startsWith("$N1=")) {
            startup[text.charAt(2) - '0'] = text.substring(4);
            machine.deaf();
            return;
        }
        int equals = text.indexOf('=');
        if (equals < 2 || !text.substring(1, equals).matches("[0-9]{1,3}")) {
            throw new Refusal(3);
        }
        String value = text.substring(equals + 1);
        if (!value.matches("-?[0-9]*\\.?[0-9]+")) {
            throw new Refusal(2);
        }
        if (value.startsWith("-")) {
            throw new Refusal(4);
        }
        if (!settings.set(Integer.parseInt(text.substring(1, equals)), Double.parseDouble(value))) {
            throw new Refusal(3);
        }
        machine.deaf();
    }

    /// Leaving check mode resets, and the banner comes after the `ok`.
    private void check(Deque<Step> rest) throws Refusal {
        if (machine.isChecking()) {
            machine.say("[MSG:Disabled]");
            rest.add(at -> {
                machine.say("ok");
                machine.reset(at);
                return true;
            });
        } else {
            idle();
            machine.checking(true);
            machine.say("[MSG:Enabled]");
        }
    }

    private Deque<Step> jog(String text) throws Refusal {
        if (!machine.isIdle() && !machine.isJogging()) {
            throw new Refusal(machine.isLocked() ? 9 : 8);
        }
        GrblModes modes = interpreter.modes();
        GrblCommand c = GrblParser.parse(text);
        if (!c.has('F') || !c.hasAxes() || !Double.isNaN(c.motion) || c.program >= 0 || c.spindle > 0) {
            throw new Refusal(c.has('F') ? 16 : 22);
        }
        double motion = modes.motion;
        boolean relative = modes.relative;
        boolean inches = modes.inches;
        double feed = modes.feed;
        c.motion = 1;
        Deque<Step> steps = interpreter.steps(c, false, 0);
        // A jog leaves the program's modes alone.
        modes.motion = motion;
        modes.relative = relative;
        modes.inches = inches;
        modes.feed = feed;
        machine.jogging();
        return steps;
    }

    private void idle() throws Refusal {
        if (!machine.isIdle() && !machine.isLocked()) {
            throw new Refusal(8);
        }
    }
}
