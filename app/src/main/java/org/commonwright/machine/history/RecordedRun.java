package org.commonwright.machine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.Reason;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.machine.firmware.FirmwareAccess;
import org.commonwright.machine.firmware.FirmwareSettings;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.firmware.SettingsBackup;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// A run with its journal and its record. What cannot be kept is said in the record and stops nothing: only the journal must be on
/// the disk.
public final class RecordedRun {
    /// Of a longer program nobody waits for the estimate before its first line leaves.
    private static final long LONG = 64L << 20;

    private final History history;
    private final InstantSource clock;

    public RecordedRun(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /// What is run on what.
    ///
    /// @param job the fabrication job, empty for none
    public record Piece(Program program, String job, MachineId machine, MachineCard card) {}

    /// A run that has ended.
    public record Ended(RunOutcome outcome, RunRecord record) {}

    /// As [JournaledRun#run]; before it, the machine is asked for its settings, and the program's time is reckoned.
    ///
    /// @throws Fault when the program cannot be run here; then nothing was sent and neither journal nor record is left
    public Ended run(Session session, Piece piece, JournaledRun.BeforeFirstByte before, Progress progress) {
        if (session.status().state() == MachineState.CHECK) {
            throw new Fault("grbl.run-in-check", session.name());
        }
        // Only the run itself says how far it is: to others that means that it has begun and is on record.
        var keeping = new Keeping(session, piece, progress.silently());
        try {
            JournaledRun.Ended ended = new JournaledRun(history.journals(), clock).run(session, piece.program(),
                    piece.job(), journal -> {
                        before.journal(journal);
                        keeping.begin(journal);
                    }, progress);
            return new Ended(ended.outcome(), keeping.end(ended.outcome()));
        } catch (Fault fault) {
            keeping.giveUp();
            throw fault;
        }
    }

    /// What is known before, and what is heard meanwhile.
    private final class Keeping {
        private final Session session;
        private final Piece piece;
        private final double estimate;
        private @Nullable FirmwareSettings settings;
        private @Nullable Problem gap;
        private @Nullable RunRecorder recorder;
        private @Nullable PictureTaker pictures;
        private @Nullable RunRecord record;

        Keeping(Session session, Piece piece, Progress progress) {
            this.session = session;
            this.piece = piece;
            // How far these are is not how far the run is.
            Progress before = Progress.silent(progress::cancelled);
            this.estimate = estimate(session.info(), before);
            try {
                settings = new FirmwareAccess(session).read(before);
            } catch (CancelledFault cancelled) {
                throw cancelled;
            } catch (Fault fault) {
                gap = warning(fault);
            } catch (InterruptedException _) {
                // The run itself sees it and ends in order.
                Thread.currentThread().interrupt();
            }
        }

        private double estimate(MachineInfo info, Progress progress) {
            Program program = piece.program();
            if (program.size() > LONG) {
                return 0;
            }
            Dialect dialect = info.dialect().equals("marlin") ? Dialect.MARLIN : Dialect.GRBL;
            return TimeEstimator.estimate(
                    GcodeReader.read(program.bytes(), program.name(), dialect, progress).toolpath(),
                    MachineMotion.of(info)).seconds();
        }

        /// Nothing was sent yet.
        void begin(String journal) {
            MachineInfo info = session.info();
            Program program = piece.program();
            record = new RunRecord(journal, piece.machine().text(), session.name(),
                    (info.firmware() + " " + info.version()).strip(), info.dialect(), program.name(),
                    program.hash().hex(), program.lines(), piece.job(), clock.instant(), null, RunRecord.RUNNING,
                    Optional.empty(), 0, 0, 0, 0, estimate, Material.NONE, Energy.UNKNOWN, 0, Check.NONE,
                    Optional.empty());
            Path files = history.files(journal);
            try {
                Files.createDirectories(files);
                history.write(record);
                FirmwareSettings known = settings;
                if (known != null) {
                    SettingsBackup.write(files.resolve(History.SETTINGS), known, clock.instant());
                }
                RunRecorder listening = new RunRecorder(files);
                recorder = listening;
                session.addListener(listening);
                var taker = new PictureTaker(piece.card().camera(), files.resolve("pictures"));
                pictures = taker;
                taker.start();
            } catch (IOException e) {
                gap = Problem.warning(null, "history.incomplete", files, Reason.of(e));
            } catch (Fault fault) {
                gap = warning(fault);
            }
        }

        RunRecord end(RunOutcome outcome) {
            RunRecord begun = record;
            if (begun == null) {
                throw new IllegalStateException("a run ended that never began");
            }
            PowerModel.Use use = stopListening();
            PictureTaker taker = pictures;
            Problem missing = gap;
            if (taker != null) {
                missing = missing == null ? taker.trouble().orElse(null) : missing;
            }
            var ended = new RunRecord(begun.id(), begun.machine(), begun.port(), begun.firmware(), begun.dialect(),
                    begun.program(), begun.hash(), begun.lines(), begun.job(), begun.started(), clock.instant(),
                    outcome.word(),
                    outcome.end() instanceof RunOutcome.Failed(Problem why) ? key(why) : Optional.empty(),
                    outcome.progress().sent(), outcome.progress().executed(), outcome.resends(), outcome.seconds(),
                    estimate, material(outcome), energy(use), taker == null ? 0 : taker.taken(), Check.NONE,
                    missing == null ? Optional.empty() : key(missing));
            try {
                return history.end(ended);
            } catch (Fault fault) {
                // The part is made, whether its record can be kept or not.
                return ended.withGap(new Messages.Key(fault.code(), fault.arguments()));
            }
        }

        private static Problem warning(Fault fault) {
            return new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null);
        }

        private Material material(RunOutcome outcome) {
            if (!session.info().dialect().equals("marlin")) {
                return Material.NONE;
            }
            double fed = FilamentFed.upTo(piece.program(), outcome.progress().executed());
            var filament = piece.card().filament();
            return fed > 0 ? new Material(fed, filament.volume(fed), filament.grams(fed)) : Material.NONE;
        }

        private Energy energy(PowerModel.Use use) {
            PowerModel power = piece.card().power();
            return power.isKnown() ? new Energy(power.energy(use), Energy.How.MODEL) : Energy.UNKNOWN;
        }

        private PowerModel.Use stopListening() {
            PowerModel.Use use = new PowerModel.Use(0, 0, 0, 0, 0);
            RunRecorder listening = recorder;
            if (listening != null) {
                listening.finish();
                session.removeListener(listening);
                use = listening.use();
                gap = gap == null ? listening.trouble().orElse(null) : gap;
            }
            if (pictures != null) {
                pictures.close();
            }
            return use;
        }

        /// The run never began, or its journal failed: what was made for it says so by having no end.
        void giveUp() {
            RunRecorder listening = recorder;
            if (listening != null) {
                listening.close();
                session.removeListener(listening);
            }
            if (pictures != null) {
                pictures.close();
            }
            RunRecord begun = record;
            if (begun != null && !Files.exists(history.journals().resolve(begun.id() + ".journal"))) {
                history.discard(begun.id());
            }
        }

        private Optional<Messages.Key> key(Problem problem) {
            return Optional.of(new Messages.Key(problem.code(), problem.arguments()));
        }
    }
}
