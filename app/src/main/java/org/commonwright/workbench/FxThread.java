package org.commonwright.workbench;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one gate to the window's thread: runs at once when already there, else as soon as it is free.
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable command) {
        if (Platform.isFxApplicationThread()) {
            command.run();
        } else {
            Platform.runLater(command);
        }
    }
}
