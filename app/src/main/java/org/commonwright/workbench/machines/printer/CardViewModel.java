package org.commonwright.workbench.machines.printer;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.printer.CardFile;
import org.commonwright.machine.printer.SdCard;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// The card in a printer: its files, and what is done with them.
final class CardViewModel {
    private final SdCard card;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<CardFile> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Boolean> working = new ReadOnlyObjectWrapper<>(false);

    CardViewModel(Session session, Tasks tasks, Notices notices) {
        this.card = new SdCard(session);
        this.tasks = tasks;
        this.notices = notices;
    }

    ObservableList<CardFile> files() {
        return files;
    }

    /// Whether it is read or written at the moment.
    ReadOnlyObjectProperty<Boolean> working() {
        return working.getReadOnlyProperty();
    }

    void read() {
        work(Messages.Key.of("printer.card-reading"), card::list, files::setAll);
    }

    void print(CardFile file) {
        work(Messages.Key.of("printer.card-starting", file.title()), watch -> {
            card.start(file.name(), watch);
            return file;
        }, _ -> notices.say("printer.says-started", file.title()));
    }

    void delete(CardFile file) {
        work(Messages.Key.of("printer.card-deleting", file.title()), watch -> {
            card.delete(file.name(), watch);
            return card.list(watch);
        }, files::setAll);
    }

    /// What a file would be called there.
    String nameFor(Path file) {
        return card.nameFor(String.valueOf(file.getFileName()));
    }

    void upload(Path file, String name) {
        work(Messages.Key.of("printer.card-uploading", name),
                watch -> card.upload(Program.read(file), name, watch), this::uploaded);
    }

    private void uploaded(RunOutcome outcome) {
        switch (outcome.end()) {
            case RunOutcome.Completed _ -> {
                notices.say("printer.card-uploaded", outcome.progress().lines());
                read();
            }
            case RunOutcome.Aborted _ -> notices.warn("printer.card-upload-aborted");
            case RunOutcome.Failed failed ->
                notices.warn(failed.reason().code(), failed.reason().arguments().toArray());
        }
    }

    void pause() {
        now(card::pause);
    }

    void resume() {
        now(card::resume);
    }

    void abort() {
        now(card::abort);
    }

    private void now(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private <T> void work(Messages.Key title, Work<T> work, java.util.function.Consumer<T> then) {
        working.set(true);
        tasks.submit(title, work, new Outcome<T>(result -> {
            working.set(false);
            then.accept(result);
        }, fault -> {
            working.set(false);
            notices.fault(fault);
        }, () -> working.set(false)));
    }
}
