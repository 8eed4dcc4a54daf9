package org.commonwright.machine.printer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.Upload;
import org.commonwright.task.Progress;

/// The card in a printer of Marlin's family (`M20` to `M30`, `M524`).
public final class SdCard {
    private static final Pattern NAME = Pattern.compile("[!-)+-~]{1,80}");

    private final Session session;

    public SdCard(Session session) {
        this.session = session;
    }

    private void need() {
        if (!session.info().capabilities().contains("SDCARD")) {
            throw new Fault("printer.no-card");
        }
    }

    /// @throws Fault `printer.no-card` when the printer has none, `printer.card-out` when it says nothing of one
    public List<CardFile> list(Progress progress) throws InterruptedException {
        need();
        // Firmware that knows no long names takes no notice of the L.
        Optional<List<CardFile>> files = CardFile.list(session.ask("M20 L", progress));
        if (files.isEmpty() || files.get().isEmpty()) {
            // A card that was put in after the start wants to be told.
            session.ask("M21", progress);
            files = CardFile.list(session.ask("M20 L", progress));
        }
        return files.orElseThrow(() -> new Fault("printer.card-out"));
    }

    /// Prints a file of the card; the printer does that by itself.
    ///
    /// @param name as [CardFile#name]
    /// @throws Fault `printer.no-file`
    public void start(String name, Progress progress) throws InterruptedException {
        need();
        notPrinting();
        List<String> said = session.ask("M23 " + checked(name), progress);
        if (said.stream().noneMatch(line -> line.startsWith("File opened") || line.startsWith("File selected"))) {
            throw new Fault("printer.no-file", name);
        }
        session.operate("M24");
    }

    public void pause() {
        session.operate("M25");
    }

    public void resume() {
        session.operate("M24");
    }

    /// Ends the print from the card; heaters go off.
    public void abort() {
        session.abort();
    }

    /// @throws Fault `printer.no-file` when it is not there or cannot be taken away
    public void delete(String name, Progress progress) throws InterruptedException {
        need();
        notPrinting();
        List<String> said = session.ask("M30 " + checked(name), progress);
        if (said.stream().noneMatch(line -> line.startsWith("File deleted"))) {
            throw new Fault("printer.no-file", name);
        }
    }

    /// What a file would be called on this card.
    public String nameFor(String fileName) {
        return session.info().capabilities().contains("LFN_WRITE")
                ? CardFile.longName(fileName)
                : CardFile.shortName(fileName);
    }

    /// Writes a program to the card line by line, numbered and checked; a file of that name is replaced. A cancel takes
    /// away what was written.
    ///
    /// @param name as [#nameFor] makes one
    public RunOutcome upload(Program program, String name, Progress progress) {
        need();
        notPrinting();
        return session.upload(new Upload(checked(name), program), progress);
    }

    private void notPrinting() {
        if (session.printer().card() != null) {
            throw new Fault("printer.card-prints");
        }
    }

    /// A name from a card or a person goes into a command: no spaces, no `*`.
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Fault("printer.bad-name", name);
        }
        return name;
    }
}
