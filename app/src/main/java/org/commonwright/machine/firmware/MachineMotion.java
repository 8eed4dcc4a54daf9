package org.commonwright.machine.firmware;

import java.util.function.ToDoubleBiFunction;
import org.commonwright.gcode.AxisLimit;
import org.commonwright.gcode.CornerRule;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.machine.protocol.MachineInfo;

/// How fast a machine is, by its own settings: for an estimate that fits this machine and not the usual one.
public final class MachineMotion {
    private static final double PER_MINUTE = 60;

    private MachineMotion() {}

    /// From what the machine said when it was connected. A firmware that lists no settings is taken for the usual one.
    public static MotionLimits of(MachineInfo info) {
        return info.dialect().equals("grbl")
                ? grbl(info::setting, info.plannerBlocks())
                : MotionLimits.of(Dialect.MARLIN);
    }

    /// From settings that were read.
    ///
    /// @param plannerBlocks how many moves the planner sees
    public static MotionLimits of(FirmwareSettings settings, int plannerBlocks) {
        ToDoubleBiFunction<String, Double> value = (key, otherwise) -> number(settings, key, otherwise);
        return settings.dialect().equals("grbl") ? grbl(value, plannerBlocks) : marlin(value, plannerBlocks);
    }

    private static double number(FirmwareSettings settings, String key, double otherwise) {
        String text = settings.value(key);
        return text != null && text.matches("[0-9]{1,9}(\\.[0-9]{0,9})?") ? Double.parseDouble(text) : otherwise;
    }

    /// `$110` to `$112` mm/min, `$120` to `$122` mm/s², `$11` junction deviation, `$12` arc tolerance, mm.
    private static MotionLimits grbl(ToDoubleBiFunction<String, Double> value, int blocks) {
        MotionLimits usual = MotionLimits.grbl();
        return new MotionLimits(axis(value, "$110", "$120", PER_MINUTE, usual.x()),
                axis(value, "$111", "$121", PER_MINUTE, usual.y()), axis(value, "$112", "$122", PER_MINUTE, usual.z()),
                usual.e(), usual.acceleration(), usual.travelAcceleration(), usual.retractAcceleration(),
                new CornerRule.JunctionDeviation(value.applyAsDouble("$11", 0.01), false),
                positive(value.applyAsDouble("$12", 0.002), 0.002), 0, blocks);
    }

    /// `M203` mm/s, `M201`, `M204` mm/s², `M205` junction deviation `J` or jerk `X Y Z E`.
    private static MotionLimits marlin(ToDoubleBiFunction<String, Double> value, int blocks) {
        MotionLimits usual = MotionLimits.marlin();
        double deviation = value.applyAsDouble("M205 J", -1.0);
        CornerRule corner = deviation >= 0
                ? new CornerRule.JunctionDeviation(deviation, true)
                : value.applyAsDouble("M205 X", -1.0) < 0
                        ? usual.corner()
                        : new CornerRule.Jerk(value.applyAsDouble("M205 X", 10.0), value.applyAsDouble("M205 Y", 10.0),
                                value.applyAsDouble("M205 Z", 0.3), value.applyAsDouble("M205 E", 5.0));
        return new MotionLimits(axis(value, "M203 X", "M201 X", 1, usual.x()),
                axis(value, "M203 Y", "M201 Y", 1, usual.y()),
                axis(value, "M203 Z", "M201 Z", 1, usual.z()), axis(value, "M203 E", "M201 E", 1, usual.e()),
                positive(value.applyAsDouble("M204 P", usual.acceleration()), usual.acceleration()),
                positive(value.applyAsDouble("M204 T", usual.travelAcceleration()), usual.travelAcceleration()),
                positive(value.applyAsDouble("M204 R", usual.retractAcceleration()), usual.retractAcceleration()),
                corner,
                usual.arcTolerance(), usual.arcSegment(), blocks);
    }

    private static AxisLimit axis(ToDoubleBiFunction<String, Double> value, String speed, String acceleration,
            double per,
            AxisLimit usual) {
        return new AxisLimit(positive(value.applyAsDouble(speed, usual.speed() * per) / per, usual.speed()),
                positive(value.applyAsDouble(acceleration, usual.acceleration()), usual.acceleration()));
    }

    /// A speed of nothing would take for ever; such a setting is a mistake.
    private static double positive(double value, double otherwise) {
        return value > 0 ? value : otherwise;
    }
}
