package org.commonwright.workbench.machines.pad;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.PadMap;
import org.commonwright.machine.pad.PadMapFile;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// Which button of a pad does what, as the file says and as a person changes it; one for all machines.
public final class PadButtons {
    private final PadMapFile file;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<PadMap> map = new ReadOnlyObjectWrapper<>(PadMap.USUAL);
    private volatile PadMap now = PadMap.USUAL;

    /// @param oneByOne keeps what is read and written in its order
    public PadButtons(AppFolders folders, Tasks oneByOne, Notices notices) {
        this.file = PadMapFile.of(folders);
        this.tasks = oneByOne;
        this.notices = notices;
    }

    /// On the window's thread.
    ReadOnlyObjectProperty<PadMap> map() {
        return map.getReadOnlyProperty();
    }

    /// From any thread.
    PadMap now() {
        return now;
    }

    /// Reads the file; a file that is wrong changes nothing and is told.
    void read() {
        tasks.submit(Messages.Key.of("pads.title"), _ -> file.read(), Outcome.of(this::set, notices::fault));
    }

    /// @return the other action that has the button; then nothing is changed
    Optional<PadAction> give(PadAction action, Optional<PadButton> button) {
        Optional<PadAction> other = button.flatMap(now::action).filter(holder -> holder != action);
        if (other.isEmpty()) {
            write(now.with(action, button));
        }
        return other;
    }

    void reset() {
        write(PadMap.USUAL);
    }

    private void write(PadMap changed) {
        set(changed);
        tasks.submit(Messages.Key.of("pads.title"), _ -> {
            file.write(changed);
            return true;
        }, Outcome.<Boolean>of(_ -> {}, notices::fault));
    }

    private void set(PadMap changed) {
        now = changed;
        map.set(changed);
    }
}
