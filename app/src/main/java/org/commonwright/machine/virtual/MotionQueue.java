package org.commonwright.machine.virtual;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Position;

/// A planner with look-ahead and the motion it makes: moves are joined at the speed that their angle allows, speed ramps up and
/// down, and a hold brakes along the way.
final class MotionQueue {
    /// How far, in mm, a corner may be cut in thought: GRBL's junction deviation.
    private static final double DEVIATION = 0.01;
    private static final double SECOND = 1e9;

    private final List<Block> blocks = new ArrayList<>();
    private final double acceleration;
    private PlannerRules rules = new PlannerRules() {
        @Override
        public double acceleration(Block block) {
            return acceleration;
        }

        @Override
        public double corner(Block before, Block block) {
            return PlannerRules.deviation(before.straightness(block), acceleration, DEVIATION);
        }
    };
    private final Tracer tracer;
    private Ramp ramp = new Ramp(0, 0, 0, 0, 1);
    /// Way done in the first block before the ramp began, and when the ramp began.
    private double done;
    private long began;
    private Position rest = Position.ORIGIN;
    private double rate = 1;
    private boolean braking;
    private boolean held;

    MotionQueue(double acceleration, Tracer tracer) {
        this.acceleration = acceleration;
        this.tracer = tracer;
    }

    /// Plans by a firmware's rules from now on; without, every move has the same acceleration.
    void rules(PlannerRules firmware) {
        rules = firmware;
    }

    int size() {
        return blocks.size();
    }

    /// Moves that are still in the planner: of those under way, the steppers have taken what is driven within the next moment.
    ///
    /// @param ahead nanoseconds that the steppers' segments last
    int planned(long now, long ahead) {
        double left = held ? Double.POSITIVE_INFINITY : ramp.seconds() - Math.max(0, (now - began) / SECOND);
        int gone = 0;
        while (gone < blocks.size() && left <= ahead / SECOND) {
            gone++;
            if (gone < blocks.size()) {
                Block block = blocks.get(gone);
                double exit = gone + 1 < blocks.size() ? blocks.get(gone + 1).entry : rules.start(block);
                left += new Ramp(block.entry, block.nominal * rate, exit, block.length, block.acceleration).seconds();
            }
        }
        return blocks.size() - gone;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /// Whether a hold was asked for.
    boolean isHolding() {
        return braking || held;
    }

    /// Whether it stands in a hold.
    boolean isHeld() {
        return held;
    }

    boolean isMoving() {
        return !blocks.isEmpty() && !held;
    }

    /// The line of the move under way, 0 when none is.
    int line() {
        return blocks.isEmpty() ? 0 : blocks.getFirst().line;
    }

    void add(Block block, long now) {
        block.acceleration = rules.acceleration(block);
        if (blocks.isEmpty()) {
            began = now;
            done = 0;
            block.maxEntry = Math.min(block.nominal, rules.start(block));
            block.entry = block.maxEntry;
        } else {
            rebase(now);
            Block last = blocks.getLast();
            block.maxEntry = Math.min(Math.min(last.nominal, block.nominal), rules.corner(last, block));
        }
        blocks.add(block);
        plan();
    }

    /// Lets the moves go on until `now`.
    void advance(long now) {
        while (!blocks.isEmpty() && !held) {
            long end = began + (long) (ramp.seconds() * SECOND);
            if (now < end) {
                return;
            }
            Block block = blocks.getFirst();
            double speed = ramp.speed(ramp.seconds());
            done += ramp.way(ramp.seconds());
            began = end;
            if (braking && done < block.length - 1e-9) {
                held = true;
                rest = block.at(done);
                return;
            }
            blocks.removeFirst();
            rest = block.to;
            tracer.moved(block.from, block.to, block.spindle);
            done = 0;
            if (!blocks.isEmpty()) {
                blocks.getFirst().entry = speed;
                plan();
            } else if (braking) {
                held = true;
            }
        }
    }

    /// When the stretch under way ends.
    long nextEvent() {
        return isMoving() ? began + (long) (ramp.seconds() * SECOND) : Long.MAX_VALUE;
    }

    void hold(long now) {
        rebase(now);
        braking = true;
        held = blocks.isEmpty();
        plan();
    }

    void resume(long now) {
        began = now;
        braking = false;
        held = false;
        plan();
    }

    /// Speeds of the moves to come, as a factor.
    void rate(double factor, long now) {
        rebase(now);
        rate = factor;
        plan();
    }

    /// Forgets all moves; it stands where it is.
    void clear(long now) {
        rest = position(now);
        if (!blocks.isEmpty()) {
            Block block = blocks.getFirst();
            tracer.moved(block.from, rest, block.spindle);
        }
        blocks.clear();
        braking = false;
        held = false;
        done = 0;
    }

    Position position(long now) {
        if (blocks.isEmpty() || held) {
            return rest;
        }
        return blocks.getFirst().at(done + ramp.way(Math.max(0, (now - began) / SECOND)));
    }

    void position(Position position) {
        rest = position;
    }

    /// Speed in mm/s.
    double speed(long now) {
        return isMoving() ? ramp.speed(Math.max(0, (now - began) / SECOND)) : 0;
    }

    private void rebase(long now) {
        if (isMoving()) {
            double t = Math.max(0, (now - began) / SECOND);
            blocks.getFirst().entry = ramp.speed(t);
            done += ramp.way(t);
            began = Math.max(began, now);
        } else if (held && !blocks.isEmpty()) {
            blocks.getFirst().entry = 0;
        }
    }

    private void plan() {
        if (blocks.isEmpty()) {
            return;
        }
        double exit = rules.start(blocks.getLast());
        for (int i = blocks.size() - 1; i > 0; i--) {
            Block block = blocks.get(i);
            block.entry = Math.min(block.maxEntry * rate,
                    Math.sqrt(exit * exit + 2 * block.acceleration * block.length));
            exit = block.entry;
        }
        Block first = blocks.getFirst();
        double left = Math.max(0, first.length - done);
        if (braking) {
            ramp = Ramp.braking(first.entry, left, first.acceleration);
        } else {
            double reachable = Math.sqrt(first.entry * first.entry + 2 * first.acceleration * left);
            ramp = new Ramp(first.entry, first.nominal * rate, Math.min(exit, reachable), left, first.acceleration);
        }
    }
}
