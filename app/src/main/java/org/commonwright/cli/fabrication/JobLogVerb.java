package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.files.AtomicFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `job log`: what was said and done while a piece was made, on whichever computer.
final class JobLogVerb {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Option(names = "--run", paramLabel = "EPOCH.RUN", defaultValue = "", description = "default: the last run that left a log")
        private String run = "";

        @Option(names = {"-o",
                "--output"}, paramLabel = "FILE", description = "writes the log there, byte for byte as its hash says")
        private @Nullable Path file;

        @Option(names = "--json")
        private boolean json;
    }

    JobLogVerb(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run(JobDesk desk, Job job) {
        Optional<Run> run = choose(job);
        RunEnded end = run.map(Run::end).orElse(null);
        Optional<RunLogs.Found> found = end == null ? Optional.empty() : desk.logs().find(end);
        Path file = options.file;
        if (found.isPresent() && file != null) {
            AtomicFiles.replace(file.toAbsolutePath(), found.get().bytes());
        }
        if (options.json) {
            context.json(json(job, run, found));
        } else if (found.isEmpty()) {
            context.err().println(end == null || end.log().id().isEmpty()
                    ? context.messages().get("fabrication.log-none", job.abbreviated())
                    : context.messages().get("fabrication.log-away", job.abbreviated()));
        } else if (file != null) {
            context.say("fabrication.says-log-written", file, found.get().bytes().length);
        } else {
            context.out().print(found.get().text());
        }
        return found.isPresent() ? Exit.DONE : Exit.NO;
    }

    private Optional<Run> choose(Job job) {
        if (options.run.isEmpty()) {
            List<Run> logged = job.runs().stream().filter(r -> r.end() != null && r.end().log().id().isPresent())
                    .toList();
            return logged.isEmpty() ? Optional.empty() : Optional.of(logged.getLast());
        }
        return Optional.of(job.runs().stream().filter(r -> r.name().equals(options.run)).findFirst()
                .orElseThrow(() -> new Fault("fabrication.run-missing", job.abbreviated(), options.run)));
    }

    private ObjectNode json(Job job, Optional<Run> run, Optional<RunLogs.Found> found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("job", job.id()).put("part", job.spec().part()).put("run", run.map(Run::name).orElse(null));
        node.put("machine", run.map(r -> r.start().machine()).orElse(null));
        RunEnded end = run.map(Run::end).orElse(null);
        node.put("outcome", end == null ? null : end.outcome().token());
        LogRef log = end == null ? LogRef.NONE : end.log();
        node.put("sha256", log.sha256()).put("left_out", log.leftOut()).put("here", found.isPresent());
        node.put("bytes", found.map(f -> (long) f.bytes().length).orElse(log.bytes()));
        node.put("text", found.filter(_ -> options.file == null).map(RunLogs.Found::text).orElse(null));
        return node;
    }
}
