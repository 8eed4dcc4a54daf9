package org.commonwright.cli;

import java.nio.file.Path;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.Workspace;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.PlannedPart;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Refusal;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.fabrication.workshop.WorkshopFile;
import org.commonwright.licence.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `order plan`: what an order of a design comes to.
@Command(name = "order", description = "Orders of a design: what they come to, and placing them.")
final class OrderCommand implements NounCommand {
    private final CliContext context;

    OrderCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "plan", description = "What would be made, on which machines; places nothing. Ends with 1 when it cannot be ordered so.")
    int plan(@Parameters(paramLabel = "DIR") Path folder, @Mixin LicenceAsking asking,
            @Option(names = "--module", defaultValue = "", paramLabel = "PATH") String module,
            @Option(names = {"--quantity", "-n"}, defaultValue = "1") long quantity,
            @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk") @Nullable String revision,
            @Option(names = "--json") boolean json) {
        Workshop workshop = WorkshopFile.in(context.folders()).read();
        try (var workspace = new Workspace(context.folders().workspace())) {
            var reader = new DesignReader(workspace);
            Design design = revision == null ? reader.read(folder) : reader.read(folder, revision);
            Draft draft = Draft.of(design, module, quantity, asking.user(), asking.use(), context.progress());
            if (json) {
                context.json(new FabricationJson(context.messages()).draft(draft, workshop));
            } else {
                show(draft, workshop);
            }
            boolean possible = !draft.hasErrors() && draft.verdict().overall().answer() != Answer.NO;
            return possible ? Cli.DONE : Cli.NO;
        }
    }

    private void show(Draft draft, Workshop workshop) {
        for (PlannedPart part : draft.plan().parts()) {
            context.say("fabrication.says-part", part.quantity(), part.part(), part.requirement().process(),
                    part.requirement().material(), part.file());
            for (Match match : Match.all(workshop, part.requirement())) {
                if (match.fits()) {
                    indented("fabrication.says-fits", match.machine().name());
                }
                for (Refusal refusal : match.refusals()) {
                    indented("fabrication.says-refused", match.machine().name(), refusal.reason());
                }
            }
        }
        draft.problems().forEach(p -> context.out().println(context.messages().get(p)));
        new LicenceSayings(context).say(draft.verdict().overall());
    }

    private void indented(String key, Object... arguments) {
        context.out().println("    " + context.messages().get(key, arguments));
    }
}
