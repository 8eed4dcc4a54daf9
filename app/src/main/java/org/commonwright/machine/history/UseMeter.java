package org.commonwright.machine.history;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Temperature;

/// How long each part of a machine is at work. Heaters count by the power that Marlin reports (`@:` and `B@:`, 0 to 127); where it
/// reports none they count with full power while they are on, which is the most that it can be.
final class UseMeter {
    private static final Pattern POWER = Pattern.compile("(?:^| )(B?)@:([0-9]{1,3})");
    private static final double FULL = 127;

    private MachineStatus last = MachineStatus.UNKNOWN;
    private double at;
    private double motion;
    private double hotend;
    private double bed;
    private double spindle;
    private double hotendPower = -1;
    private double bedPower = -1;

    void status(MachineStatus status, double seconds) {
        pass(seconds);
        last = status;
    }

    void received(String line, double seconds) {
        if (line.indexOf('@') < 0) {
            return;
        }
        Matcher m = POWER.matcher(line);
        while (m.find()) {
            pass(seconds);
            double part = Math.min(1, Integer.parseInt(m.group(2)) / FULL);
            if (m.group(1).isEmpty()) {
                hotendPower = part;
            } else {
                bedPower = part;
            }
        }
    }

    private void pass(double seconds) {
        double passed = Math.max(0, seconds - at);
        at = Math.max(at, seconds);
        boolean moves = last.state() == MachineState.RUN || last.state() == MachineState.JOG
                || last.state() == MachineState.HOMING;
        motion += moves ? passed : 0;
        spindle += last.spindle() > 0 ? passed : 0;
        hotend += passed * power(hotendPower, last.temperatures(), "T");
        bed += passed * power(bedPower, last.temperatures(), "B");
    }

    private static double power(double reported, List<Temperature> heaters, String letter) {
        boolean on = heaters.stream().anyMatch(heater -> heater.heater().startsWith(letter) && heater.target() > 0);
        return reported >= 0 ? reported : on ? 1 : 0;
    }

    PowerModel.Use use(double seconds) {
        pass(seconds);
        return new PowerModel.Use(seconds, motion, hotend, bed, spindle);
    }
}
