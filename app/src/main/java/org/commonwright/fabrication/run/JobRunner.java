package org.commonwright.fabrication.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.accounting.Action;
import org.commonwright.accounting.EconomicEvent;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.exchange.Claim;
import org.commonwright.fabrication.exchange.Exchange;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.job.RunStarted;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.ClaimGate;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.history.FilamentFed;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.commonwright.record.Entry;
import org.commonwright.record.NewEntry;
import org.commonwright.record.RecordStore;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Runs one piece of a claimed job. In this order, each step on disk or at the home before the next:
///
/// 1. the claim is this workshop's, and the gate has not seen a newer one;
/// 2. the machine answers;
/// 3. the home says "started", so that nobody takes the job over;
/// 4. the gate and the records say "started";
/// 5. the first byte leaves, behind the journal;
/// 6. the outcome, its log and its economic events are recorded in one pack.
///
/// Whatever stops it before step 3 changes nothing. After step 4 only a person gives the job free again.
public final class JobRunner {
    /// The resource that a machine's energy is booked under.
    private static final String ELECTRICITY = "electricity";

    private final RunPlaces places;
    private final RecordStore records;
    private final Exchange exchange;
    private final InstantSource clock;

    public JobRunner(RunPlaces places, RecordStore records, Exchange exchange, InstantSource clock) {
        this.places = places;
        this.records = records;
        this.exchange = exchange;
        this.clock = clock;
    }

    /// How to get at the machine: a session that is open already, or one that is opened for the run.
    public sealed interface Access {
        /// A session that stays with whoever opened it.
        record Open(Session session) implements Access {}

        /// A port that is opened for the run and closed after it.
        record At(Port port, Machines machines) implements Access {}
    }

    /// What is to be run.
    ///
    /// @param program the job's file, or what remains of it when a run is resumed
    /// @param machine the machine's name
    public record Piece(Job job, Program program, String machine) {}

    /// How it ended.
    ///
    /// @param entries the records of its end: `run.ended` first, then the economic events
    public record Ended(RunEnded record, List<Entry> entries) {
        public boolean completed() {
            return record.outcome() == Outcome.COMPLETED;
        }
    }

    /// Runs the piece and waits for its end; a cancel by `progress` stops it in order.
    ///
    /// @throws Fault `fabrication.not-claimed`, `fabrication.claim-taken`, `fabrication.home-away`, or what [ClaimGate]
    ///         and [Machines] throw: then nothing was sent; `machine.journal-failed` when the disk is full
    public Ended run(Piece piece, Access access, Progress progress) throws InterruptedException {
        Claim claim = held(piece.job());
        places.gate().admit(piece.job().id(), claim.epoch());
        return switch (access) {
            case Access.Open open -> run(piece, claim, open.session(), progress);
            case Access.At at -> {
                try (Session session = at.machines().connect(at.port(), holder(piece))) {
                    yield run(piece, claim, session, progress);
                }
            }
        };
    }

    /// As people know the machine: its name in the workshop, and what it makes.
    private static String holder(Piece piece) {
        return piece.machine() + " · " + piece.job().spec().part();
    }

    private Ended run(Piece piece, Claim claim, Session session, Progress progress) {
        var start = new Start(piece, claim);
        var traffic = new RunTraffic(clock);
        RecordedRun.Ended ended;
        session.addListener(traffic);
        try {
            MachineId machine = MachineId.of(Port.parse(session.name()), SerialPorts.list());
            ended = new RecordedRun(places.history(), clock).run(session, new RecordedRun.Piece(piece.program(),
                    piece.job().id(), machine, places.cards().read(machine)), start, progress);
            traffic.awaitEnd();
        } catch (Fault fault) {
            RunStarted started = start.record;
            if (started == null || fault.code().equals("machine.journal-failed")) {
                // Not begun, or nobody can say how far it came: then a person has to.
                throw fault;
            }
            return refused(piece, started, fault);
        } finally {
            session.removeListener(traffic);
        }
        RunLog log = RunLog.of(places.journal(ended.record().id()), traffic);
        return ended(piece, Objects.requireNonNull(start.record), log, ended);
    }

    /// Says "started" at the home, at the gate and in the records, in this order, before the first byte.
    private final class Start implements JournaledRun.BeforeFirstByte {
        private final Piece piece;
        private final Claim claim;
        private @Nullable RunStarted record;

        Start(Piece piece, Claim claim) {
            this.piece = piece;
            this.claim = claim;
        }

        @Override
        public void journal(String journal) {
            Job job = piece.job();
            exchange.start(claim);
            places.gate().start(job.id(), claim.epoch(), journal);
            record = new RunStarted(job.id(), claim.epoch(), job.nextRun(), piece.machine(),
                    piece.program().hash().hex(), job.made() + 1, clock.instant());
            records.append(RunStarted.KIND, record.toBody());
        }
    }

    private Claim held(Job job) {
        Claim claim = exchange.current(job.id())
                .orElseThrow(() -> new Fault("fabrication.not-claimed", job.abbreviated()));
        if (!claim.heldBy(records.identity().agent().fingerprint()) || claim.epoch() != job.epoch()) {
            throw new Fault("fabrication.claim-taken", job.abbreviated(), job.epoch(), claim.holder().workshop());
        }
        return claim;
    }

    private Ended ended(Piece piece, RunStarted started, RunLog log, RecordedRun.Ended run) {
        RunOutcome outcome = run.outcome();
        RunProgress progress = outcome.progress();
        Outcome result = outcome.isCompleted() ? Outcome.COMPLETED : Outcome.FAILED;
        var record = new RunEnded(started.job(), started.epoch(), started.run(), result, log.ref(),
                Math.round(outcome.seconds()), progress.lines(), progress.sent(), progress.executed(),
                reason(outcome.end()), clock.instant());
        var entries = new ArrayList<NewEntry>();
        entries.add(new NewEntry(RunEnded.KIND, record.toBody()));
        if (outcome.isCompleted()) {
            entries.add(event(piece, started, Action.PRODUCE, piece.job().spec().part(), Quantity.pieces(1)));
            material(piece).ifPresent(amount -> entries
                    .add(event(piece, started, Action.CONSUME, piece.job().spec().material(), amount)));
        }
        if (progress.sent() > 0) {
            entries.add(event(piece, started, Action.USE, piece.machine(), minutes(outcome.seconds())));
            energy(run.record()).ifPresent(
                    amount -> entries.add(event(piece, started, Action.CONSUME, ELECTRICITY, amount)));
        }
        List<Entry> written = records.append(entries, List.of(log.bytes()));
        if (outcome.isCompleted() && piece.job().made() + 1 < piece.job().spec().quantity() || progress.sent() == 0) {
            places.gate().release(started.job());
        }
        return new Ended(record, written);
    }

    /// What a completed piece took: what the design says, else the filament that its file feeds. Nothing is booked where neither
    /// says how much, or nobody says of what, or the run was only the rest of a piece.
    private static Optional<Quantity> material(Piece piece) {
        JobSpec spec = piece.job().spec();
        if (spec.material().isBlank()) {
            return Optional.empty();
        }
        if (spec.materialEach() != null) {
            return Optional.of(spec.materialEach());
        }
        boolean whole = piece.program().hash().equals(spec.sha256());
        return whole && spec.process().equals("fdm-printing") ? FilamentFed.of(piece.program()) : Optional.empty();
    }

    /// As the record of the run has it: a piece that failed took it, too.
    private static Optional<Quantity> energy(RunRecord run) {
        BigDecimal watts = BigDecimal.valueOf(run.energy().wattHours()).setScale(1, RoundingMode.HALF_EVEN);
        return watts.signum() > 0 ? Optional.of(new Quantity(watts, Unit.WATT_HOUR)) : Optional.empty();
    }

    private static Quantity minutes(double seconds) {
        return new Quantity(BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 3, RoundingMode.HALF_EVEN),
                Unit.MINUTE);
    }

    /// The machine would not take the program: nothing was sent, so the claim stays as it was.
    private Ended refused(Piece piece, RunStarted started, Fault fault) {
        var record = new RunEnded(started.job(), started.epoch(), started.run(), Outcome.FAILED, LogRef.NONE, 0,
                piece.program().lines(), 0, 0, english().get(fault), clock.instant());
        List<Entry> written = List.of(records.append(RunEnded.KIND, record.toBody()));
        places.gate().release(started.job());
        return new Ended(record, written);
    }

    private NewEntry event(Piece piece, RunStarted started, Action action, String resource, Quantity quantity) {
        String agent = records.identity().agent().fingerprint();
        Instant at = clock.instant();
        var event = new EconomicEvent(action, resource, quantity, agent, agent, piece.job().spec().design(),
                started.job(), started.epoch() + "." + started.run(), at);
        return new NewEntry(EconomicEvent.KIND, event.toBody());
    }

    /// Records are read in every language, so the reason is in English.
    private static String reason(RunOutcome.End end) {
        return switch (end) {
            case RunOutcome.Completed _ -> "";
            case RunOutcome.Aborted _ -> english().get("fabrication.run-aborted");
            case RunOutcome.Failed failed -> english().get(Problem.error(null, failed.reason().code(),
                    failed.reason().arguments().toArray()));
        };
    }

    private static Messages english() {
        return new Messages(Locale.ENGLISH);
    }
}
