package org.commonwright.cli;

import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.fabrication.workshop.WorkshopFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workshop show`: this workshop and its machines.
@Command(name = "workshop", description = "This workshop: its machines, and which of them can do a job.")
final class WorkshopCommand implements NounCommand {
    private final CliContext context;

    WorkshopCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "show", description = "The workshop as workshop.toml describes it.")
    int show(@Option(names = "--json") boolean json) {
        WorkshopFile file = WorkshopFile.in(context.folders());
        Workshop workshop = file.read();
        if (json) {
            context.json(new FabricationJson(context.messages()).workshop(workshop));
            return Cli.DONE;
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
        return Cli.DONE;
    }
}
