package org.commonwright.cli.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.error.Fault;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.PrinterControl;
import org.commonwright.machine.protocol.HostPrompt;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells on standard error what a printer asks while a program runs, and hands back the number that a person types; or answers
/// each question with the same choice when nobody is there.
final class MachinePrompts implements MachineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachinePrompts.class);

    private final CliContext context;
    private final Session session;
    private final PrinterControl control;
    private final @Nullable Integer always;
    private final AtomicReference<PrinterState> told = new AtomicReference<>(PrinterState.NOTHING);
    private @Nullable Thread reader;

    /// @param always the choice that answers every question; null when a person does
    MachinePrompts(CliContext context, Session session, @Nullable Integer always) {
        this.context = context;
        this.session = session;
        this.control = new PrinterControl(session);
        this.always = always;
        session.addListener(this);
    }

    @Override
    public void printer(PrinterState now) {
        PrinterState before = told.getAndSet(now);
        if (!now.notice().equals(before.notice()) && !now.notice().isEmpty()) {
            err("printer.says-notice", now.notice());
        }
        HostPrompt prompt = now.prompt();
        if (prompt != null && !prompt.equals(before.prompt())) {
            ask(prompt);
        } else if (prompt == null && now.waitsForPerson() && !before.waitsForPerson()) {
            err("printer.says-waits");
            if (always == null) {
                listen();
            } else {
                act(control::goOn);
            }
        }
    }

    private void ask(HostPrompt prompt) {
        err("printer.says-asks", prompt.text());
        for (int i = 0; i < prompt.choices().size(); i++) {
            err("printer.says-choice", i, prompt.choices().get(i));
        }
        if (prompt.choices().isEmpty()) {
            return;
        }
        Integer choice = always;
        if (choice != null) {
            act(() -> control.answer(Math.min(choice, prompt.choices().size() - 1)));
        } else {
            err("printer.says-type");
            listen();
        }
    }

    /// Standard input is read only when something was asked.
    private synchronized void listen() {
        if (reader == null) {
            reader = Threads.start("machine-prompts", this::read);
        }
    }

    private void read() {
        // Not closed: it is the process's own.
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try {
            String line = in.readLine();
            while (line != null) {
                typed(line.strip());
                line = in.readLine();
            }
        } catch (IOException e) {
            LOG.warn("standard input cannot be read; questions of the machine stay open", e);
        }
    }

    private void typed(String line) {
        PrinterState now = told.get();
        HostPrompt prompt = now.prompt();
        if (prompt != null && line.matches("[0-9]") && Integer.parseInt(line) < prompt.choices().size()) {
            act(() -> control.answer(Integer.parseInt(line)));
        } else if (prompt != null) {
            err("printer.says-type");
        } else if (now.waitsForPerson()) {
            act(control::goOn);
        }
    }

    private void act(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            context.err().println(context.messages().get(fault));
        }
    }

    private void err(String key, Object... arguments) {
        context.err().println(context.messages().get(key, arguments));
    }

    @Override
    public void close() {
        session.removeListener(this);
    }
}
