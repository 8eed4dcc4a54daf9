package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.EntryJson;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.JobDesk;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.Order;
import org.commonwright.fabrication.order.Ordering;
import org.commonwright.fabrication.order.PlannedPart;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.fabrication.workshop.WorkshopFile;
import org.commonwright.licence.Answer;
import org.commonwright.record.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `order plan`, `order place`: what an order of a design comes to, and placing it.
@Command(name = "order", description = "Orders of a design: what they come to, and placing them.")
public final class OrderCommand implements NounCommand {
    private final CliContext context;

    public OrderCommand(CliContext context) {
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
            Design design = new DesignReader(workspace).read(folder, revision);
            Draft draft = Draft.of(design, module, quantity, asking.user(), asking.use(), context.progress());
            if (json) {
                context.json(new FabricationJson(context.messages()).draft(draft, workshop));
            } else {
                show(draft, workshop);
            }
            boolean possible = !draft.hasErrors() && draft.verdict().overall().answer() != Answer.NO;
            return possible ? Exit.DONE : Exit.NO;
        }
    }

    @Command(name = "place", description = "Orders N of a design or of a module: an order and its jobs, signed. Ends with 1 when the licence does not allow it.")
    int place(@Parameters(paramLabel = "DIR", description = "a clone of the design") Path folder,
            @Mixin LicenceAsking asking,
            @Option(names = "--module", defaultValue = "", paramLabel = "PATH") String module,
            @Option(names = {"--quantity", "-n"}, defaultValue = "1") long quantity,
            @Option(names = "--at", defaultValue = "HEAD", paramLabel = "REV", description = "the commit that is ordered") String revision,
            @Option(names = "--home", defaultValue = "", paramLabel = "REPO", description = "where workshops claim its jobs; default: where DIR was cloned from") String home,
            @Option(names = "--need", defaultValue = "", description = "in the words of the community's need policy") String need,
            @Option(names = "--due", defaultValue = "", paramLabel = "YYYY-MM-DD") String due,
            @Option(names = "--fee-agreed", defaultValue = "", paramLabel = "REFERENCE", description = "where the licence asks a fee: the agreement on it") String fee,
            @Option(names = "--json") boolean json) {
        try (JobDesk desk = JobDesk.open(folder, context.folders(), InstantSource.system())) {
            String wanted = module.isEmpty() ? desk.moduleOf(folder) : module;
            Draft draft = Draft.of(desk.design(revision), wanted, quantity, asking.user(), asking.use(),
                    context.progress());
            if (revision.equals("HEAD") && desk.hasChanges()) {
                context.err().println(context.messages().get("fabrication.says-uncommitted"));
            }
            if (!json) {
                new LicenceSayings(context).say(draft.verdict().overall());
            }
            String at = home.isEmpty() ? desk.home() : JobDesk.address(home);
            Order order = Order.of(new Ordering(desk.agent(), desk.now(), at, need, date(due), asking.user(),
                    asking.use(), fee), draft);
            List<Entry> entries = desk.place(order);
            List<Fault> away = desk.sync(context.progress()).away();
            away.forEach(fault -> context.err().println(
                    context.messages().get("fabrication.says-not-shared", context.messages().get(fault))));
            if (json) {
                ObjectNode node = EntryJson.of(entries.getFirst());
                node.set("jobs", EntryJson.of(entries.subList(1, entries.size())));
                node.put("shared", away.isEmpty());
                context.json(node);
            } else {
                context.say("fabrication.says-placed", order.record().id().substring(0, 8), order.jobs().size(), at);
            }
            return Exit.DONE;
        } catch (Fault fault) {
            throw refused(fault);
        }
    }

    /// What the licence or the design does not allow is a "no", not bad input.
    private static Fault refused(Fault fault) {
        boolean no = switch (fault.code()) {
            case "fabrication.order-licence-no", "fabrication.order-fee", "fabrication.order-errors",
                    "fabrication.order-nothing" ->
                true;
            default -> false;
        };
        return no ? new AnswerNo(fault) : fault;
    }

    private static String date(String text) {
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeException e) {
            throw new Fault(e, "fabrication.due-bad", text);
        }
    }

    private void show(Draft draft, Workshop workshop) {
        for (PlannedPart part : draft.plan().parts()) {
            context.say("fabrication.says-part", part.quantity(), part.part(), part.requirement().process(),
                    part.requirement().material(), part.file());
            new MatchSayings(context).say(Match.all(workshop, part.requirement()));
        }
        draft.problems().forEach(p -> context.out().println(context.messages().get(p)));
        new LicenceSayings(context).say(draft.verdict().overall());
    }
}
