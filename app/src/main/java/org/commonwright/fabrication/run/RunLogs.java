package org.commonwright.fabrication.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.files.Reason;
import org.commonwright.machine.history.LogText;
import org.commonwright.model.ContentId;
import org.commonwright.record.RecordStore;
import org.commonwright.record.RecordView;

/// Logs of runs, wherever they were made: beside the run's record, or, of runs that an older program recorded, on the
/// computer that made the piece.
public final class RunLogs {
    private static final long LIMIT = 64L << 20;

    private final RecordStore records;
    private final RunPlaces places;

    public RunLogs(RecordStore records, RunPlaces places) {
        this.records = records;
        this.places = places;
    }

    /// A log that is what its record says.
    ///
    /// @param bytes exactly those whose hash is in the record; somebody else may have written them
    public record Found(ContentId id, byte[] bytes) {
        /// For people: without what a terminal would obey.
        public String text() {
            return LogText.shown(bytes);
        }
    }

    /// Whether the log of a run is here; reads nothing of it.
    public boolean isHere(RecordView view, RunEnded run) {
        return run.log().id().filter(id -> view.isAttached(id) || Files.isRegularFile(places.log(id))).isPresent();
    }

    /// @return empty when the run left none, or it has not come here
    /// @throws Fault `record.attachment-altered` when it is not what its record says, `files.too-large`
    public Optional<Found> find(RunEnded run) {
        return run.log().id()
                .flatMap(id -> records.attachment(id).or(() -> old(id)).map(bytes -> new Found(id, bytes)));
    }

    private Optional<byte[]> old(ContentId id) {
        Path file = places.log(id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LIMIT) {
                throw new Fault("files.too-large", file, Files.size(file), LIMIT);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!ContentId.of(bytes).equals(id)) {
                throw new Fault("record.attachment-altered", id.abbreviated());
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
    }
}
