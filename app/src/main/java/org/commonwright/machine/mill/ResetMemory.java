package org.commonwright.machine.mill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Progress;

/// What GRBL forgets when it is reset: the active system, the shift (`G92`), the tool length and the modes. Read before, put back
/// after; each method throws what asking throws.
public final class ResetMemory {
    private static final double SECONDS = 3;
    private static final Pattern PUT_BACK = Pattern
            .compile("G(0|1|80|17|18|19|20|21|90|91|93|94|5[4-9](\\.[1-3])?)");

    private final Session session;
    private final WorkCoordinates coordinates;
    private final ParserState modes;
    private final WorkSystems systems;

    private ResetMemory(Session session, WorkCoordinates coordinates, ParserState modes, WorkSystems systems) {
        this.session = session;
        this.coordinates = coordinates;
        this.modes = modes;
        this.systems = systems;
    }

    public static ResetMemory read(Session session, Progress progress) throws InterruptedException {
        var coordinates = new WorkCoordinates(session);
        return new ResetMemory(session, coordinates, coordinates.modes(progress), coordinates.read(progress));
    }

    public ParserState modes() {
        return modes;
    }

    public WorkSystems systems() {
        return systems;
    }

    /// The machine must stand: a shift is told by where it is.
    public void putBack(Progress progress) throws InterruptedException {
        putBackModes(progress);
        if (systems.toolLength() != 0) {
            coordinates.toolLength(systems.toolLength(), progress);
        }
        Position at = fresh(session, progress).machine();
        if (!systems.shift().equals(Position.ORIGIN) && at != null) {
            Position work = at.minus(systems.offset());
            Map<Axis, Double> here = new TreeMap<>();
            for (Axis axis : Axis.values()) {
                if (axis.of(systems.shift()) != 0) {
                    here.put(axis, axis.of(work));
                }
            }
            coordinates.shift(here, progress);
        }
    }

    /// The modes alone, feed and motion mode among them; an arc or a probing as motion mode cannot be put back without a motion.
    public void putBackModes(Progress progress) throws InterruptedException {
        List<String> words = modes.words();
        Optional<String> feed = words.stream().filter(word -> word.matches("F[0-9.]*[1-9][0-9.]*")).findFirst();
        if (feed.isPresent()) {
            // GRBL lists the feed in the unit of its reports, and reads it in that of the program.
            session.ask((session.info().setting("$13", 0) != 0 ? "G20" : "G21") + "G94" + feed.get(), progress);
        }
        session.ask(words.stream().filter(word -> PUT_BACK.matcher(word).matches()).collect(Collectors.joining()),
                progress);
    }

    /// A report that was made since.
    ///
    /// @throws Fault `machine.question-silent`
    static MachineStatus fresh(Session session, Progress progress) throws InterruptedException {
        MachineStatus old = session.status();
        session.command("?");
        MachineStatus now = session.awaitStatus(status -> status != old, SECONDS, progress);
        if (now == old) {
            throw new Fault("machine.question-silent", "?");
        }
        return now;
    }
}
