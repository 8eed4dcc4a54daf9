package org.commonwright.cli.fabrication;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.fabrication.workshop.WorkshopFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workshop show`, `workshop match`: this workshop, its machines, and which of them can do a job.
@Command(name = "workshop", description = "This workshop: its machines, and which of them can do a job.")
public final class WorkshopCommand implements NounCommand {
    private final CliContext context;

    public WorkshopCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "show", description = "The workshop as workshop.toml describes it.")
    int show(@Option(names = "--json") boolean json) {
        WorkshopFile file = WorkshopFile.in(context.folders());
        Workshop workshop = file.read();
        if (json) {
            context.json(new FabricationJson(context.messages()).workshop(workshop));
            return Exit.DONE;
        }
        if (workshop.file().isEmpty()) {
            context.say("fabrication.says-practice", file.path());
        } else {
            context.say("fabrication.says-workshop", workshop.name(), workshop.file());
        }
        for (MachineProfile machine : workshop.machines()) {
            context.say("fabrication.says-machine", machine.name(), String.join(", ", machine.processes()),
                    machine.envelope().x(), machine.envelope().y(), machine.envelope().z(),
                    String.join(", ", machine.materials()), machine.port());
        }
        return Exit.DONE;
    }

    @Command(name = "match", description = "Which machines can do a job, and why the others cannot; ends with 1 when none can.")
    int match(@Parameters(paramLabel = "JOB") String name,
            @Option(names = "--in", defaultValue = ".", paramLabel = "DIR", description = "a clone of the design; default: the current folder") Path folder,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = JobDesk.open(folder, context.folders(), InstantSource.system())) {
            Job job = desk.book().job(name);
            List<Match> matches = Match.all(desk.workshop(), job.spec().requirement());
            if (json) {
                var node = new JobJson(context.messages()).job(job);
                node.set("matches", new FabricationJson(context.messages()).matches(matches));
                context.json(node);
            } else {
                new MatchSayings(context).say(matches);
            }
            return matches.stream().anyMatch(Match::fits) ? Exit.DONE : Exit.NO;
        }
    }
}
