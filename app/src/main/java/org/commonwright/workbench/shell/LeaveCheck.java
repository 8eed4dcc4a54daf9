package org.commonwright.workbench.shell;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.text.Texts;

/// Asks before something unfinished is lost: unsaved edits, a program that runs on a machine.
public final class LeaveCheck implements Predicate<Leaving> {
    private final AreaHost host;
    private final Dialogs dialogs;
    private final Texts texts;

    public LeaveCheck(AreaHost host, Dialogs dialogs, Texts texts) {
        this.host = host;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /// Whether to go on.
    @Override
    public boolean test(Leaving leaving) {
        List<Messages.Key> unfinished = host.areas().stream().flatMap(area -> area.unfinished(leaving).stream())
                .toList();
        if (unfinished.isEmpty()) {
            return true;
        }
        String list = unfinished.stream().map(texts::now).map(line -> "• " + line).collect(Collectors.joining("\n"));
        boolean program = leaving == Leaving.PROGRAM;
        return dialogs.confirm(Messages.Key.of(program ? "workbench.leave-program" : "workbench.leave-design", list),
                Messages.Key.of(program ? "workbench.leave-program-verb" : "workbench.leave-design-verb"));
    }
}
