package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.CardFile;
import org.commonwright.machine.printer.SdCard;
import org.commonwright.machine.protocol.CardProgress;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine sd`: the card in a printer.
final class MachineSdCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CliContext context;
    private final Options options;

    /// What is to be done with the card; the names are what is typed.
    enum Verb {
        list, start, status, pause, resume, abort, upload, delete
    }

    /// What was asked.
    static final class Options {
        @Parameters(index = "0", paramLabel = "PORT", description = "a device, tcp://host:port or virtual:marlin")
        private String port = "";

        @Parameters(index = "1", paramLabel = "VERB", description = "list, start, status, pause, resume, abort, upload or delete")
        private Verb verb = Verb.list;

        @Parameters(index = "2", paramLabel = "NAME", arity = "0..1", description = "a file of the card, as list has it; for upload a file of this computer")
        private @Nullable String name;

        @Option(names = "--as", paramLabel = "NAME", description = "what an upload is called on the card")
        private @Nullable String as;

        @Option(names = "--print", description = "prints what was uploaded; the printer moves and heats")
        private boolean print;

        @Option(names = "--json")
        private boolean json;
    }

    MachineSdCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        boolean named = options.verb == Verb.start || options.verb == Verb.upload || options.verb == Verb.delete;
        if (named && options.name == null) {
            throw new Fault("printer.needs-name", options.verb);
        }
        Program program = options.verb == Verb.upload
                ? Program.read(Path.of(Objects.requireNonNull(options.name)))
                : null;
        ObjectNode node = JSON.createObjectNode().put("port", options.port).put("verb", options.verb.name());
        try (var interrupts = new Interrupts();
                Session session = new Machines().connect(Port.parse(options.port), "commonwright machine sd")) {
            interrupts.waitOnExit(session);
            // What prints from its card goes on without this computer.
            session.leaveOn();
            boolean done = program == null ? act(session, new SdCard(session), node) : upload(session, program, node);
            if (options.json) {
                context.json(node);
            }
            return done ? Exit.DONE : Exit.NO;
        }
    }

    private boolean act(Session session, SdCard card, ObjectNode node) throws InterruptedException {
        String name = options.name == null ? "" : options.name;
        switch (options.verb) {
            case list -> list(card.list(context.progress()), node);
            case start -> {
                card.start(name, context.progress());
                say("printer.says-started", name);
            }
            case status -> {
                session.ask("M27", context.progress());
                status(session.printer().card(), node);
            }
            case pause -> card.pause();
            case resume -> card.resume();
            case abort -> card.abort();
            case delete -> {
                card.delete(name, context.progress());
                say("printer.says-deleted", name);
            }
            case upload -> throw new IllegalStateException("an upload has a program");
        }
        return true;
    }

    private void list(List<CardFile> files, ObjectNode node) {
        ArrayNode list = node.putArray("files");
        for (CardFile file : files) {
            list.addObject().put("name", file.name()).put("title", file.title()).put("bytes", file.size());
            say("printer.says-file", file.name(), new Messages.Bytes(Math.max(0, file.size())), file.title());
        }
        if (files.isEmpty()) {
            say("printer.says-no-files");
        }
    }

    private void status(@Nullable CardProgress card, ObjectNode node) {
        node.put("printing", card != null);
        if (card == null) {
            say("printer.says-prints-nothing");
        } else {
            node.put("done", card.done()).put("size", card.size());
            say("printer.says-card-progress", context.formats().number(card.fraction() * 100, 1));
        }
    }

    private boolean upload(Session session, Program program, ObjectNode node) throws InterruptedException {
        var card = new SdCard(session);
        String name = options.as == null ? card.nameFor(program.name()) : options.as;
        RunOutcome outcome = card.upload(program, name, context.progress());
        node.put("name", name).put("outcome", outcome.word()).put("lines", outcome.progress().lines())
                .put("resends", outcome.resends()).put("seconds", outcome.seconds());
        if (outcome.end() instanceof RunOutcome.Failed failed) {
            String reason = context.messages().get(failed.reason());
            node.put("reason", reason).put("reason_code", failed.reason().code());
            say("printer.says-upload-failed", name, reason);
            return false;
        }
        if (!outcome.isCompleted()) {
            say("printer.says-upload-aborted", name);
            return false;
        }
        say("printer.says-uploaded", program.lines(), name, context.formats().number(outcome.seconds(), 1));
        if (options.print) {
            card.start(name, context.progress());
            say("printer.says-started", name);
        }
        return true;
    }

    private void say(String key, Object... arguments) {
        if (!options.json) {
            context.say(key, arguments);
        }
    }
}
