package org.commonwright.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.FileGuard;
import org.commonwright.files.Reason;
import org.commonwright.model.ContentId;

/// The machine's side of fencing: it keeps, on disk, the highest claim epoch that it has seen of each job, and that a job was
/// started. A claim of an older epoch is refused, and a started job is not started again until a person says so, whoever asks:
/// a second window, a second process, a workshop that was cut off and does not know that its claim ran out. One instance for
/// all threads of a process.
public final class ClaimGate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ReentrantLock threads = new ReentrantLock();

    /// @param folder where it keeps its files, one per job
    public ClaimGate(Path folder) {
        this.folder = folder;
    }

    /// What the gate knows of a job.
    ///
    /// @param epoch the highest seen
    /// @param started what was written when it was started, empty when it was not
    public record Entry(String job, long epoch, Optional<String> started) {}

    /// @throws Fault `files.not-read`
    public Optional<Entry> entry(String job) {
        Path file = file(job);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            String started = node.path("started").asText();
            return Optional.of(new Entry(job, node.path("epoch").asLong(),
                    started.isEmpty() ? Optional.empty() : Optional.of(started)));
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
    }

    /// Lets a claim in and remembers its epoch.
    ///
    /// @throws Fault `machine.claim-older` when a newer claim was seen, `machine.claim-started` when the job was started
    public void admit(String job, long epoch) {
        locked(() -> write(job, admitted(job, epoch), ""));
    }

    /// Writes that the job starts now, and only then returns: the first byte may leave after that.
    ///
    /// @param journal the id of the run's journal
    /// @throws Fault as [#admit]
    public void start(String job, long epoch, String journal) {
        if (journal.isEmpty()) {
            throw new IllegalArgumentException("a start needs its journal's id");
        }
        locked(() -> write(job, admitted(job, epoch), journal));
    }

    /// A person has declared the started run scrap, or resumes it: the job may start again.
    public void release(String job) {
        locked(() -> entry(job).ifPresent(entry -> write(job, entry.epoch(), "")));
    }

    private long admitted(String job, long epoch) {
        Optional<Entry> before = entry(job);
        before.ifPresent(entry -> {
            if (epoch < entry.epoch()) {
                throw new Fault("machine.claim-older", job, epoch, entry.epoch());
            }
            if (entry.started().isPresent()) {
                throw new Fault("machine.claim-started", job, entry.started().get());
            }
        });
        return epoch;
    }

    private void write(String job, long epoch, String journal) {
        String json = JSON.createObjectNode().put("version", 1).put("job", job).put("epoch", epoch)
                .put("started", journal).toString();
        AtomicFiles.replace(file(job), json + "\n");
    }

    private Path file(String job) {
        return folder.resolve(ContentId.of(job.getBytes(StandardCharsets.UTF_8)).hex() + ".json");
    }

    /// One at a time, among the threads of this process, which wait for as long as it takes, and among processes.
    private void locked(Runnable work) {
        Path file = folder.resolve("lock");
        threads.lock();
        try (FileGuard _ = FileGuard.take(file)) {
            work.run();
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", file, Reason.of(e));
        } finally {
            threads.unlock();
        }
    }
}
