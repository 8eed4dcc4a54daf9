package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.i18n.Messages.Key;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.health.LatencyTimer;
import org.commonwright.machine.health.LinkFigures;
import org.commonwright.machine.health.LinkRows;
import org.commonwright.machine.health.LinkVerdict;
import org.commonwright.task.Pause;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine link`: how well the link to a machine works. It asks what changes nothing: for reports, for the modal state
/// (`$G`), on Marlin for temperatures (`M105`).
final class MachineLinkCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 20;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "a device, tcp://host:port, virtual:grbl or virtual:marlin")
        private String port = "";

        @Option(names = "--seconds", defaultValue = "5", description = "how long to measure, 1 to 3600 (default 5)")
        private double seconds;

        @Option(names = "--json")
        private boolean json;
    }

    MachineLinkCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = Port.parse(options.port);
        try (Session session = new Machines().connect(port, "commonwright machine link")) {
            boolean grbl = session.info().dialect().equals("grbl");
            LinkFigures before = session.link();
            ask(session, grbl ? "$G" : "M105");
            LinkFigures figures = session.link().since(before);
            LinkVerdict verdict = LinkVerdict.of(figures, LatencyTimer.of(session.name()),
                    Port.isNetwork(session.name()));
            if (options.json) {
                context.json(json(options.port, figures, verdict));
            } else {
                for (LinkRows.Row row : LinkRows.of(figures, grbl)) {
                    context.out().println(text(row.name()) + ": " + text(row.value()));
                }
                verdict.sentences().forEach(sentence -> context.out().println(text(sentence)));
            }
            return verdict.kind() == LinkVerdict.Kind.GOOD ? Exit.DONE : Exit.NO;
        }
    }

    private void ask(Session session, String question) throws InterruptedException {
        long end = System.nanoTime() + (long) (Math.clamp(options.seconds, 1, 3600) * 1e9);
        while (System.nanoTime() < end) {
            session.ask(question, context.progress());
            // Reports come in between: they are asked for without an answer of their own.
            Pause.millis(PAUSE_MILLIS, context.progress());
        }
    }

    private String text(Key key) {
        return context.messages().get(key.key(), key.arguments());
    }

    private ObjectNode json(String port, LinkFigures figures, LinkVerdict verdict) {
        ObjectNode node = JSON.createObjectNode().put("port", port);
        figures(node, figures);
        verdict(node, verdict);
        return node;
    }

    private void verdict(ObjectNode node, LinkVerdict verdict) {
        node.put("verdict", verdict.kind().word());
        verdict.sentences().forEach(sentence -> node.withArray("sentences").add(text(sentence)));
    }

    /// Adds the link of a run to what `machine run` says.
    static void run(ObjectNode node, CliContext context, Session session) {
        Optional<LinkFigures> figures = session.linkInRun();
        figures.ifPresent(measured -> {
            ObjectNode link = node.putObject("link");
            figures(link, measured);
            new MachineLinkCommand(context, new Options()).verdict(link,
                    LinkVerdict.of(measured, LatencyTimer.of(session.name()), Port.isNetwork(session.name())));
        });
    }

    private static void figures(ObjectNode node, LinkFigures f) {
        node.put("seconds", f.seconds()).put("lines", f.lines()).put("bytes_sent", f.sent())
                .put("bytes_received", f.received());
        node.putObject("answer_ms").put("median", f.answers().median()).put("p95", f.answers().percentile(95));
        node.putObject("echo_ms").put("median", f.echoes().median()).put("p95", f.echoes().percentile(95))
                .put("beyond_the_wire", f.waits());
        node.putObject("reaction_ms").put("median", f.reactions().median()).put("p95", f.reactions().percentile(95));
        node.put("lines_per_second", f.linesPerSecond());
        if (f.bytesPerSecond() > 0 && f.lines() > 0) {
            node.put("wire_lines_per_second", f.linesTheWireCarries());
        }
        node.putObject("supply").put("running_s", f.supply().running()).put("observed_s", f.supply().observed())
                .put("starved_s", f.supply().starved()).put("idle_s", f.supply().idle())
                .put("stalls", f.supply().stalls());
        node.putObject("damage").put("resends", f.damage().resends()).put("checksum_errors", f.damage().checksums())
                .put("torn_reports", f.damage().torn()).put("lost_reports", f.damage().lostReports())
                .put("garbage_bytes", f.damage().garbage()).put("restarts", f.damage().restarts());
        node.put("reconnects", f.reconnects());
    }
}
