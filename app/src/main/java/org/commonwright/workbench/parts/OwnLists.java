package org.commonwright.workbench.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.commonwright.design.DesignModule;
import org.commonwright.design.OwnList;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.parts.ShownModule.Bill;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Outcome;

/// Gives the shown module a list that can be edited: begun without lines, or made of the one that is only shown.
final class OwnLists {
    private final Tasks tasks;
    private final Notices notices;
    private final CurrentDesign current;
    private final ShownModule shown;

    OwnLists(Tasks tasks, Notices notices, CurrentDesign current, ShownModule shown) {
        this.tasks = tasks;
        this.notices = notices;
        this.current = current;
        this.shown = shown;
    }

    /// Begins a list.
    void start() {
        write("parts.starting", OwnList::start);
    }

    /// Makes a list of the one that is shown.
    void make() {
        write("parts.making", OwnList::make);
    }

    /// Why none can be begun; empty for a module without a list, or with one that cannot be read.
    ObservableValue<Optional<Messages.Key>> noStart() {
        return Bindings.createObjectBinding(() -> {
            DesignModule module = shown.module().get();
            if (module == null) {
                return Optional.of(Messages.Key.of("parts.no-module"));
            }
            return module.bom() == null || shown.bill().state().get() instanceof Loaded.Failed<Bill>
                    ? OwnList.refused(module)
                    : Optional.of(Messages.Key.of("parts.has-list", module.bom().fileName()));
        }, shown.module(), shown.bill().state());
    }

    /// Why none can be made of what is shown.
    ObservableValue<Optional<Messages.Key>> noMake() {
        return Bindings.createObjectBinding(() -> shown.bill().state().get() instanceof Loaded.Ready<Bill>(Bill bill)
                ? bill.onDisk().inPlace() && bill.module().source().own()
                        ? Optional.of(Messages.Key.of("parts.is-table", bill.file().fileName()))
                        : OwnList.refused(bill.module())
                : Optional.of(Messages.Key.of("parts.no-bom")), shown.bill().state());
    }

    private interface Way {
        OwnList.Made write(Path design, DesignModule module);
    }

    private void write(String title, Way way) {
        OpenDesign open = shown.open();
        DesignModule module = shown.module().get();
        if (open != null && module != null) {
            tasks.submit(Messages.Key.of(title), _ -> way.write(open.folder(), module),
                    Outcome.<OwnList.Made>of(made -> written(open.folder(), made), notices::fault));
        }
    }

    private void written(Path folder, OwnList.Made made) {
        Messages.Key told = made.told();
        if (made.named().isEmpty()) {
            notices.say(told.key(), told.arguments().toArray());
        } else {
            notices.warn(told.key(), told.arguments().toArray());
        }
        current.wrote(folder, List.of(made.file()));
    }
}
