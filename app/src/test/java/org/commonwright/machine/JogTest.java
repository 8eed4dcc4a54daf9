package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.link.LineAssembler;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMachine;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random play on the jog pad in virtual time, looked at every 5 ms: what is sent and not yet driven stays within 100 ms and the
/// way to brake, and the machine stands soon after nobody wants it to move, whether the key went up, the window stalled, or the
/// program's reader slept. `-Dcommonwright.jog.plays=1000` plays for longer.
class JogTest {
    private static final int PLAYS = Integer.getInteger("commonwright.jog.plays", 6);
    private static final long STEP = 5_000_000L;
    private static final long BEAT = 50_000_000L;
    private static final Pattern MOVE = Pattern.compile("(?:\\$J=G91G21|G1 )X(\\S+?) ?Y(\\S+?) ?Z(\\S+?) ?F[0-9]+");
    /// A report of GRBL's, what a jog outlives its last key by, and a tick.
    private static final double STOPS_WITHIN = 0.2 + 0.15 + 0.05;
    /// What pieces of 5 ms cut off at corners, and what numbers of three decimals leave out.
    private static final double SLACK = 0.6;

    private final List<String> sent = new ArrayList<>();
    private long now;

    @ParameterizedTest
    @ValueSource(strings = {"grbl", "marlin"})
    void aJogIsNeverFarAheadAndStops(String dialect) {
        for (long seed = 1; seed <= PLAYS; seed++) {
            play(dialect, seed);
        }
    }

    private final class Hands {
        final Random random;
        Position velocity = Position.ORIGIN;
        Position asked = Position.ORIGIN;
        long until;
        long stallsUntil;
        long sleepsUntil;
        long beaten;
        long letGo;

        Hands(long seed) {
            random = new Random(seed);
        }

        void act(Conversation talk, boolean grbl) {
            if (now >= until) {
                next(talk, grbl);
            }
            boolean down = velocity.length() > 0;
            if (down && now - beaten >= BEAT && now >= stallsUntil) {
                beaten = now;
                letGo = Long.MAX_VALUE;
                asked = velocity;
                talk.jog(velocity, now);
            }
            if (down && now < stallsUntil) {
                // In a stall nobody asks.
                letGo = Math.min(letGo, beaten);
            }
        }

        private void next(Conversation talk, boolean grbl) {
            until = now + (long) ((0.02 + random.nextDouble() * 1.2) * 1e9);
            boolean wasDown = velocity.length() > 0;
            if (wasDown && random.nextInt(3) > 0) {
                velocity = Position.ORIGIN;
                letGo = now;
                talk.stopJog(now);
                return;
            }
            double speed = 1 + random.nextInt(50);
            double[] way = {random.nextInt(3) - 1, random.nextInt(3) - 1, random.nextInt(4) == 0 ? 1 : 0};
            var along = new Position(way[0], way[1], way[2]);
            velocity = along.length() == 0 ? new Position(speed, 0, 0) : along.times(speed / along.length());
            if (random.nextInt(4) == 0) {
                stallsUntil = now + (long) (random.nextDouble() * 1e9);
            }
            if (random.nextInt(4) == 0) {
                sleepsUntil = now + (long) (random.nextDouble() * 1e9);
            }
            if (random.nextInt(4) == 0) {
                talk.adjust(random.nextBoolean() ? Adjustment.FEED_MINUS_10 : Adjustment.FEED_NORMAL, now);
            }
            if (!grbl && random.nextInt(8) == 0) {
                talk.command("M105", now);
            }
        }
    }

    private void play(String dialect, long seed) {
        boolean grbl = dialect.equals("grbl");
        VirtualMachine machine = grbl
                ? new VirtualGrbl(Tracer.NONE)
                : new VirtualMarlin(VirtualMarlin.Build.USUAL, Tracer.NONE);
        var outlet = new Outlet();
        Conversation talk = grbl
                ? new GrblConversation(outlet, new Ears(sent))
                : new MarlinConversation(outlet, new Ears(sent));
        var lines = new LineAssembler();
        now = 0;
        machine.powerOn(now);
        talk.open(now);
        var hands = new Hands(seed);
        Position at = machine.position(now);
        double ahead = 0;
        double fastest = 0;
        double most = 0;
        long still = 0;
        long end = 30_000_000_000L;
        boolean ready = false;
        while (now < end) {
            now += STEP;
            machine.advance(now);
            if (now >= hands.sleepsUntil) {
                byte[] said = machine.said();
                lines.add(said, said.length, line -> talk.received(line, now));
                if (now % BEAT == 0) {
                    talk.tick(now);
                }
            }
            if (!ready) {
                ready = talk.isReady();
                hands.until = now + 1_000_000_000L;
            } else {
                hands.act(talk, grbl);
            }
            byte[] bytes = outlet.take();
            machine.receive(bytes, 0, bytes.length, now);
            Position to = machine.position(now);
            Position before = at;
            double driven = to.minus(at).length();
            at = to;
            still = driven == 0 ? still + STEP : 0;
            if (still > 100_000_000L) {
                ahead = 0;
                most = 0;
                fastest = 0;
            }
            fastest = Math.max(fastest, Math.max(hands.velocity.length(), hands.asked.length()));
            most = Math.max(most, Math.max(allowed(hands.velocity), allowed(hands.asked)));
            ahead = Math.max(0, ahead + sentWay() - driven);
            for (byte b : bytes) {
                if (b == (byte) 0x85) {
                    // A cancel: GRBL brakes and forgets the rest.
                    double speed = driven / (STEP / 1e9);
                    ahead = Math.min(ahead, speed * speed / (2 * acceleration(to.minus(before))));
                }
            }
            String where = dialect + ", seed " + seed + ", at " + now / 1e9 + " s: ";
            assertTrue(ahead <= most + SLACK, where + ahead + " mm ahead, at most " + most);
            double late = hands.letGo == Long.MAX_VALUE ? 0 : (now - hands.letGo) / 1e9;
            double brakes = fastest / 100 + (grbl ? 0 : 0.1);
            assertTrue(late < STOPS_WITHIN + brakes || driven == 0,
                    where + "it still moves " + late + " s after the key was up");
        }
    }

    /// 100 ms and the way to brake with 200 mm/s², 100 for Z, which is what both virtual machines can do.
    private static double allowed(Position velocity) {
        double v = velocity.length();
        return v == 0 ? 0 : v * 0.1 + v * v / (2 * acceleration(velocity));
    }

    private static double acceleration(Position way) {
        double length = Math.max(1e-9, way.length());
        return Math.min(200 * length / Math.max(1e-9, Math.max(Math.abs(way.x()), Math.abs(way.y()))),
                100 * length / Math.max(1e-9, Math.abs(way.z())));
    }

    private double sentWay() {
        double way = 0;
        for (String line : sent) {
            Matcher move = MOVE.matcher(line);
            if (move.matches()) {
                way += new Position(Double.parseDouble(move.group(1)), Double.parseDouble(move.group(2)),
                        Double.parseDouble(move.group(3))).length();
            }
        }
        sent.clear();
        return way;
    }
}
