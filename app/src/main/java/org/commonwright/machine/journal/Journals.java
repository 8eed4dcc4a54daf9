package org.commonwright.machine.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.ContentId;
import org.commonwright.settings.AppFolders;
import org.jspecify.annotations.Nullable;

/// The journals of a device, and copies of the programs they are about.
public final class Journals {
    private static final String END = ".journal";
    /// Far above what weeks of a run write.
    private static final long LIMIT = 512L << 20;

    private Journals() {}

    /// Where they are.
    public static Path folder(AppFolders folders) {
        return folders.data().resolve("journals");
    }

    static Path path(Path folder, String id) {
        return folder.resolve(id + END);
    }

    static Path program(Path folder, ContentId hash) {
        return folder.resolve("programs").resolve(hash.hex() + ".gcode");
    }

    /// What is there.
    ///
    /// @param reports the journals that have a head, the oldest first
    /// @param problems those that cannot be read, and copies under another name than their run's
    public record Listing(List<JournalReport> reports, List<Problem> problems) {}

    /// One journal that cannot be read hides no other.
    ///
    /// @throws Fault `files.not-read` when the folder cannot be read
    public static Listing list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Listing(List.of(), List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<JournalReport> reports = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(END)).sorted().toList()) {
                try {
                    read(file).map(report -> named(report, file)).ifPresent(reports::add);
                } catch (Fault fault) {
                    problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
                }
            }
            return new Listing(List.copyOf(reports), List.copyOf(problems));
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
    }

    private static JournalReport named(JournalReport report, Path file) {
        if (!file.endsWith(report.head().id() + END)) {
            throw new Fault("machine.journal-other-name", file, report.head().id() + END);
        }
        return report;
    }

    /// Every journal that can be read, the oldest first.
    ///
    /// @throws Fault as [#list]
    public static List<JournalReport> all(Path folder) {
        return list(folder).reports();
    }

    /// Runs that did not come to their end and that nobody has settled: killed, failed or aborted.
    public static List<JournalReport> unfinished(Path folder) {
        return all(folder).stream().filter(JournalReport::isOpen).toList();
    }

    /// One journal by its id, or by the beginning of it. Where several begin so, the one that waits for a decision is meant: what a
    /// resume ran on the same day does not get in the way of settling it.
    ///
    /// @throws Fault `machine.no-journal`, `machine.several-journals` when more than one begins so, and not one waits; when the one of this very id
    ///         cannot be read, why
    public static JournalReport find(Path folder, String id) {
        List<JournalReport> begun = all(folder).stream().filter(report -> report.head().id().startsWith(id)).toList();
        Optional<JournalReport> whole = begun.stream().filter(report -> report.head().id().equals(id)).findFirst();
        List<JournalReport> open = begun.stream().filter(JournalReport::isOpen).toList();
        if (whole.isEmpty() && begun.size() > 1 && open.size() == 1) {
            return open.getFirst();
        }
        if (whole.isEmpty() && begun.size() > 1) {
            throw new Fault("machine.several-journals", id, begun.size());
        }
        return whole.or(() -> begun.stream().findFirst()).orElseThrow(() -> none(folder, id));
    }

    /// The journal of this very id.
    ///
    /// @return empty when there is none, or nothing was written into it
    /// @throws Fault when it is there and cannot be read, why
    public static Optional<JournalReport> exactly(Path folder, String id) {
        Path file = path(folder, id);
        return Files.exists(file) && folder.equals(file.normalize().getParent()) ? read(file) : Optional.empty();
    }

    private static Fault none(Path folder, String id) {
        Path file = path(folder, id);
        if (Files.exists(file)) {
            read(file);
        }
        return new Fault("machine.no-journal", id);
    }

    /// Writes down what a person decided, so that the run is no longer asked about.
    ///
    /// @param how such as `scrapped` or `resumed`
    /// @throws Fault `machine.journal-failed`
    public static void settle(Path folder, JournalHead head, String how, Instant now) {
        Path file = path(folder, head.id());
        byte[] line = RecordLine.write(RecordLine.node("settled").put("how", how).put("at", now.toString()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            // A line end first: the record before it may be torn.
            channel.write(ByteBuffer.wrap(new byte[]{'\n'}));
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        } catch (IOException e) {
            throw new Fault(e, "machine.journal-failed", file, Reason.of(e));
        }
    }

    /// The program that a journal is about, from the copy made when the run began.
    ///
    /// @throws Fault `files.not-read`, or `machine.program-changed` when the copy is no longer what was run
    public static Program program(Path folder, JournalHead head) {
        Program copy = Program.read(program(folder, head.hash()));
        if (!copy.hash().equals(head.hash())) {
            throw new Fault("machine.program-changed", head.program());
        }
        return Program.of(head.program(), copy.bytes());
    }

    /// @return empty when not even the head was written, so that nothing can have been sent
    /// @throws Fault what [PlainFiles#read] throws; `machine.journal-damaged` when there are records, but the head cannot be read
    public static Optional<JournalReport> read(Path file) {
        return read(file, new String(PlainFiles.read(file, LIMIT), StandardCharsets.ISO_8859_1));
    }

    private static Optional<JournalReport> read(Path file, String text) {
        var reading = new Reading();
        // An empty line is where a torn record ended and a later one was appended.
        text.lines().filter(line -> !line.isEmpty()).forEach(reading::line);
        return reading.report(file);
    }

    /// What has been read so far.
    private static final class Reading {
        private @Nullable JournalHead head;
        private @Nullable String ended;
        private @Nullable String settled;
        private int executed;
        private int sent;
        private int damaged;
        private int records;
        private boolean torn;

        private void line(String latin) {
            damaged += torn ? 1 : 0;
            String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            Optional<ObjectNode> node = RecordLine.read(line);
            torn = node.isEmpty();
            node.ifPresent(this::take);
        }

        private void take(ObjectNode node) {
            records++;
            int number = node.path("line").asInt();
            switch (node.path("type").asText()) {
                case "begin" -> head = JournalHead.of(node);
                case "sending" -> sent = Math.max(sent, number);
                case "executed" -> executed = Math.max(executed, number);
                case "doubted" -> executed = Math.min(executed, number);
                case "ended" -> {
                    ended = node.path("outcome").asText();
                    sent = node.path("sent").asInt();
                    executed = Math.max(executed, node.path("executed").asInt());
                }
                case "settled" -> {
                    settled = node.path("how").asText();
                    // What was torn before it was the last record of the run.
                    damaged = Math.max(0, damaged - 1);
                }
                default -> {
                    // Kinds of a later version say more, never less.
                }
            }
        }

        private Optional<JournalReport> report(Path file) {
            if (head == null && records > 0) {
                throw new Fault("machine.journal-damaged", file);
            }
            if (head == null) {
                return Optional.empty();
            }
            boolean running = ended == null && head.isWriterAlive();
            return Optional.of(new JournalReport(head, executed, sent, Optional.ofNullable(ended), running,
                    Optional.ofNullable(settled), damaged));
        }
    }
}
