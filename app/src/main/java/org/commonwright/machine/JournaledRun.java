package org.commonwright.machine;

import java.nio.file.Path;
import java.time.InstantSource;
import org.commonwright.error.Fault;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;

/// Runs a program with a journal that is forced to disk ahead of the wire.
public final class JournaledRun {
    private final Path journals;
    private final InstantSource clock;

    /// @param journals the folder of [org.commonwright.machine.journal.Journals]
    public JournaledRun(Path journals, InstantSource clock) {
        this.journals = journals;
        this.clock = clock;
    }

    /// A run that has ended.
    ///
    /// @param journal the journal's id
    public record Ended(RunOutcome outcome, String journal) {}

    /// Called when the journal is on the disk and nothing was sent yet.
    @FunctionalInterface
    public interface BeforeFirstByte {
        BeforeFirstByte NOTHING = _ -> {};

        /// @param journal the journal's id
        /// @throws Fault when the run must not begin
        void journal(String journal);
    }

    /// Streams and waits for the end, as [Session#run] does.
    ///
    /// @param job the fabrication job, empty for none
    /// @throws Fault when the program cannot be run here; then nothing was sent and no journal is left
    public Ended run(Session session, Program program, String job, BeforeFirstByte before, Progress progress) {
        JournalHead head = JournalHead.of(program, job, session.name(), session.info(), clock.instant());
        Journal journal = Journal.begin(journals, head, program);
        RunOutcome outcome;
        try {
            before.journal(journal.head().id());
            outcome = session.run(program, journal, progress);
        } catch (Fault fault) {
            journal.discard();
            throw fault;
        }
        journal.end(outcome, clock.instant());
        return new Ended(outcome, journal.head().id());
    }
}
