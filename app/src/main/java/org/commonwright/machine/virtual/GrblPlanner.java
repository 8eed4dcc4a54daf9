package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// GRBL 1.1's planner (`plan_buffer_line`): each axis has its acceleration (`$120` to `$122`), and a direction gets what its weakest
/// axis allows; corners by junction deviation (`$11`), with the acceleration that the change of direction allows.
final class GrblPlanner implements PlannerRules {
    /// What the steppers' six segments (`SEGMENT_BUFFER_SIZE`) last, nanoseconds: one is always free.
    static final long SEGMENTS = 50_000_000;

    private final GrblSettings settings;

    GrblPlanner(GrblSettings settings) {
        this.settings = settings;
    }

    @Override
    public double acceleration(Block block) {
        return acceleration(direction(block));
    }

    @Override
    public double corner(Block before, Block block) {
        Position change = direction(block).minus(direction(before));
        double size = change.length();
        return size < 1e-9
                ? Double.MAX_VALUE
                : PlannerRules.deviation(before.straightness(block), acceleration(change.times(1 / size)),
                        settings.get(11));
    }

    private double acceleration(Position direction) {
        double x = settings.get(120) / Math.max(1e-9, Math.abs(direction.x()));
        double y = settings.get(121) / Math.max(1e-9, Math.abs(direction.y()));
        double z = settings.get(122) / Math.max(1e-9, Math.abs(direction.z()));
        return Math.max(1e-3, Math.min(x, Math.min(y, z)));
    }

    private static Position direction(Block block) {
        return block.to.minus(block.from).times(1 / block.length);
    }
}
