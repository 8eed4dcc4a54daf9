package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.EntryJson;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.Exchanged;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.fabrication.run.Resumption;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.record.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `job list`, `job claim`, `job run`, `job resume`, `job log`, `job scrap`, `job release`: from an open job to a made part.
@Command(name = "job", description = "Jobs of orders: list, claim, run, and judge what was made.")
public final class JobCommand implements NounCommand {
    private final CliContext context;

    public JobCommand(CliContext context) {
        this.context = context;
    }

    /// Which repository, and whether its home is asked first.
    static final class Where {
        @Option(names = "--in", defaultValue = ".", paramLabel = "DIR", description = "a clone of the design; default: the current folder")
        private Path folder = Path.of(".");

        @Option(names = "--offline", description = "do not exchange records with the orders' homes first")
        private boolean offline;
    }

    @Command(name = "list", description = "All jobs and where they stand.")
    int list(
            @Parameters(paramLabel = "DIR", arity = "0..1", description = "a clone of the design; default: the current folder") @Nullable Path folder,
            @Mixin Where where,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = open(folder == null ? where.folder : folder)) {
            Exchanged exchanged = where.offline ? Exchanged.NOTHING : desk.sync(context.progress());
            JobBook book = desk.book();
            if (json) {
                context.json(new JobJson(context.messages()).book(book, exchanged.away(), exchanged.setAside()));
                return Exit.DONE;
            }
            say(exchanged);
            for (Job job : book.jobs()) {
                context.say("fabrication.says-job", job.abbreviated(), status(job.status()),
                        job.made(), job.spec().quantity(), job.spec().part(), job.spec().process(), job.reason());
            }
            book.setAside().forEach(s -> context.err().println(
                    context.messages().get("fabrication.says-set-aside", s.entry(), s.reason())));
            return Exit.DONE;
        }
    }

    @Command(name = "claim", description = "Claims a job for a machine of this workshop; ends with 1 when somebody else has it.")
    int claim(@Parameters(paramLabel = "JOB", description = "the beginning of its name is enough") String name,
            @Mixin Where where,
            @Option(names = "--machine", defaultValue = "", description = "default: the first that can do it") String machine,
            @Option(names = "--lease-hours", defaultValue = "24", description = "how long it is held before a run starts") long hours,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = open(where.folder)) {
            Job job = find(desk, name, where);
            MachineProfile profile = desk.machine(job, machine);
            Entry entry = desk.claim(job, profile, Duration.ofHours(Math.clamp(hours, 1, 24 * 365)));
            share(desk);
            if (json) {
                context.json(EntryJson.of(entry));
            } else {
                context.say("fabrication.says-claimed", job.spec().part(), profile.name(),
                        entry.body().path("lease_until").asText());
            }
            return Exit.DONE;
        } catch (Fault fault) {
            throw lost(fault);
        }
    }

    @Command(name = "run", description = "Makes one piece of a claimed job; ends with 1 when it did not complete.")
    int run(@Parameters(paramLabel = "JOB") String name, @Mixin Where where,
            @Option(names = "--port", defaultValue = "", description = "default: the port of the machine that the job is claimed for") String port,
            @Option(names = "--json") boolean json) throws InterruptedException {
        try (var interrupts = new Interrupts(); JobDesk desk = open(where.folder)) {
            Job job = find(desk, name, where);
            return ended(desk, job, desk.run(job, port(desk, job, port), new Machines(),
                    interrupts.cancelledOnExit(context.progress())), json);
        }
    }

    @Command(name = "resume", description = "Goes on with an interrupted piece. Without --yes it only shows what would be sent.")
    int resume(@Parameters(paramLabel = "JOB") String name, @Mixin Where where,
            @Option(names = "--port", defaultValue = "", description = "default: the port of the machine that the job is claimed for") String port,
            @Option(names = "--yes", description = "you have looked at the machine and at the plan") boolean yes,
            @Option(names = "--json") boolean json) throws InterruptedException {
        try (var interrupts = new Interrupts(); JobDesk desk = open(where.folder)) {
            Job job = find(desk, name, where);
            Resumption resumption = desk.resumption(job);
            if (yes) {
                return ended(desk, job, desk.resume(job, resumption, port(desk, job, port), new Machines(),
                        interrupts.cancelledOnExit(context.progress())), json);
            }
            ResumePlan plan = resumption.plan();
            if (json) {
                var node = JsonNodeFactory.instance.objectNode().put("next", plan.next());
                var lines = node.putArray("lines");
                plan.lines().forEach(lines::add);
                node.set("notes", ProblemsJson.of(plan.notes(), context.messages()));
                context.json(node);
            } else {
                plan.notes().forEach(note -> context.out().println(context.messages().get(note)));
                plan.lines().forEach(line -> context.out().println("    " + line));
                context.say("fabrication.says-resume", plan.next());
            }
            return Exit.NO;
        }
    }

    @Command(name = "log", description = "The log of a run: what was said and done while the piece was made. Ends with 1 when it is not here.")
    int log(@Parameters(paramLabel = "JOB") String name, @Mixin Where where, @Mixin JobLogVerb.Options options) {
        try (JobDesk desk = open(where.folder)) {
            return new JobLogVerb(context, options).run(desk, find(desk, name, where));
        }
    }

    private int ended(JobDesk desk, Job job, JobRunner.Ended ended, boolean json) {
        share(desk);
        if (json) {
            var node = EntryJson.of(ended.entries().getFirst());
            node.set("events", EntryJson.of(ended.entries().subList(1, ended.entries().size())));
            context.json(node);
        } else if (ended.completed()) {
            context.say("fabrication.says-made", job.spec().part(), ended.record().seconds(), job.made() + 1,
                    job.spec().quantity());
        } else {
            context.say("fabrication.says-failed", job.spec().part(), ended.record().executed(),
                    ended.record().lines(), ended.record().reason());
        }
        return ended.completed() ? Exit.DONE : Exit.NO;
    }

    @Command(name = "scrap", description = "Declares the last piece of a job scrap; another may then be made.")
    int scrap(@Parameters(paramLabel = "JOB") String name, @Mixin Where where,
            @Option(names = "--reason", required = true) String reason,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = open(where.folder)) {
            return written(desk, desk.scrap(find(desk, name, where), reason), json);
        }
    }

    @Command(name = "release", description = "Gives a claimed job back, so that another workshop may claim it.")
    int release(@Parameters(paramLabel = "JOB") String name, @Mixin Where where,
            @Option(names = "--reason", defaultValue = "") String reason,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = open(where.folder)) {
            return written(desk, desk.release(find(desk, name, where), reason), json);
        }
    }

    private int written(JobDesk desk, Entry entry, boolean json) {
        share(desk);
        if (json) {
            context.json(EntryJson.of(entry));
        } else {
            context.say("fabrication.says-recorded", entry.kind(), entry.id().abbreviated());
        }
        return Exit.DONE;
    }

    /// The port that was given, else that of the machine the job is claimed for.
    private Port port(JobDesk desk, Job job, String given) {
        return given.isEmpty() ? desk.port(job) : Port.parse(given);
    }

    private JobDesk open(Path folder) {
        return JobDesk.open(folder, context.folders(), InstantSource.system());
    }

    private Job find(JobDesk desk, String name, Where where) {
        if (!where.offline) {
            say(desk.sync(context.progress()));
        }
        return desk.book().job(name);
    }

    /// What was just recorded goes to the others now; when that fails it goes with the next exchange.
    private void share(JobDesk desk) {
        desk.sync(context.progress()).away().forEach(away -> context.err().println(
                context.messages().get("fabrication.says-not-shared", context.messages().get(away))));
    }

    private void say(Exchanged exchanged) {
        exchanged.away().forEach(fault -> context.err().println(context.messages().get(fault)));
        exchanged.setAside().forEach(fault -> context.err().println(context.messages().get(fault)));
    }

    private static Fault lost(Fault fault) {
        return fault.code().equals("fabrication.claim-lost") || fault.code().equals("fabrication.claim-running")
                ? new AnswerNo(fault)
                : fault;
    }

    private String status(JobStatus status) {
        return context.messages().get("fabrication.status-" + status.token());
    }
}
