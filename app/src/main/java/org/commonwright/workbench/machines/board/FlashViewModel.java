package org.commonwright.workbench.machines.board;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.arduino.Board;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.BoardProgram;
import org.commonwright.machine.arduino.FlashResult;
import org.commonwright.machine.arduino.FlashStage;
import org.commonwright.machine.arduino.Flasher;
import org.commonwright.machine.arduino.PortTouch;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// Writing a program into a board: what is chosen, how far it is, and how it ended.
final class FlashViewModel {
    static final String AVRDUDE = "avrdude";
    static final String ARDUINO_CLI = "arduino-cli";

    private final BoardPort port;
    private final BoardServices services;
    private final Runnable moved;
    private final ObjectProperty<Board> board;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Messages.@Nullable Key> says = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper output = new ReadOnlyStringWrapper("");
    private @Nullable TaskHandle handle;

    /// @param moved is run on the window's thread when the port may have another name
    FlashViewModel(BoardPort port, BoardServices services, Runnable moved) {
        this.port = port;
        this.services = services;
        this.moved = moved;
        this.board = new SimpleObjectProperty<>(services.memory().board());
        guess();
        board.subscribe((_, chosen) -> services.memory().board(chosen));
    }

    /// A board whose port names it is chosen by itself.
    private void guess() {
        String path = port.port().toString().replaceFirst("@[0-9]+$", "");
        services.quiet().submit(Messages.Key.of("machines.listing"), _ -> SerialPorts.list().stream()
                .filter(info -> info.path().equals(path)).findFirst().flatMap(Board::of),
                Outcome.<Optional<Board>>of(found -> found.ifPresent(board::set), services.notices()::fault));
    }

    ObjectProperty<Board> board() {
        return board;
    }

    /// A `.hex`, an `.ino` or a sketch's folder; null while nothing is chosen.
    ObjectProperty<@Nullable Path> file() {
        return file;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// How much is done, from 0 to 1; negative while that cannot be known.
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// What is being done, or how it ended; null before the first time.
    ReadOnlyObjectProperty<Messages.@Nullable Key> says() {
        return says.getReadOnlyProperty();
    }

    /// Why it did not succeed; null when it did, or is not over.
    ReadOnlyObjectProperty<@Nullable Fault> failure() {
        return failure.getReadOnlyProperty();
    }

    /// All that the tools said.
    ReadOnlyStringProperty output() {
        return output.getReadOnlyProperty();
    }

    /// Where a person said that a tool is.
    void tool(String name, Path program) {
        services.memory().tool(name, program);
    }

    private record Written(BoardProgram program, FlashResult result) {}

    void write() {
        Path chosen = file.get();
        if (chosen == null || running.get()) {
            return;
        }
        Board kind = board.get();
        running.set(true);
        failure.set(null);
        output.set("");
        stage(Messages.Key.of("boards.preparing"), -1);
        handle = services.tasks().submit(Messages.Key.of("boards.task", chosen.getFileName(), kind),
                progress -> write(chosen, kind, progress),
                Outcome.of(this::ended, this::failed).whenCancelled(this::cancelled));
    }

    private Written write(Path chosen, Board kind, Progress progress) throws InterruptedException {
        BoardProgram program = BoardProgram.of(chosen, kind, services.tools(), services.memory().tool(ARDUINO_CLI),
                progress);
        var flasher = new Flasher(services.tools().avrdude(services.memory().tool(AVRDUDE)), PortTouch.real());
        return new Written(program, port.flash(flasher, kind, program.name(), program.image(), (stage, part) -> {
            double done = stage == FlashStage.CONNECTING ? -1 : (stage.ordinal() - 1 + part) / 2;
            progress.update(done);
            services.window().execute(() -> stage(Messages.Key.of(stage.key()), done));
        }, progress));
    }

    private void stage(Messages.Key words, double done) {
        if (running.get()) {
            says.set(words);
            fraction.set(done);
        }
    }

    private void ended(Written written) {
        over();
        FlashResult result = written.result();
        output.set((written.program().output() + "\n" + result.output()).strip());
        result.failure().ifPresentOrElse(this::fails, () -> says.set(Messages.Key.of("boards.written",
                written.program().name(), result.bytes(), result.board(), Math.round(result.seconds() * 10) / 10.0)));
    }

    private void failed(Fault fault) {
        over();
        fails(fault);
    }

    private void fails(Fault fault) {
        failure.set(fault);
        says.set(new Messages.Key(fault.code(), fault.arguments()));
    }

    private void cancelled() {
        over();
        says.set(Messages.Key.of("boards.cancelled"));
    }

    private void over() {
        running.set(false);
        fraction.set(0);
        moved.run();
    }

    void cancel() {
        TaskHandle now = handle;
        if (now != null && running.get()) {
            now.cancel();
        }
    }
}
