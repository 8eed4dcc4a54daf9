package org.commonwright.workbench.machines;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.health.LatencyTimer;
import org.commonwright.machine.health.LinkFigures;
import org.commonwright.machine.health.LinkRows;
import org.commonwright.machine.health.LinkVerdict;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// How well the link to one machine works.
final class LinkViewModel {
    private final Session session;
    private final Tasks quiet;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private Optional<LatencyTimer> timer = Optional.empty();

    /// What is shown at a moment.
    ///
    /// @param live since the machine was connected
    /// @param run in the run that goes on or the last one; empty before the first
    record Shown(LinkVerdict verdict, List<LinkRows.Row> live, List<LinkRows.Row> run) {}

    LinkViewModel(Session session, Tasks quiet, Notices notices) {
        this.session = session;
        this.quiet = quiet;
        this.notices = notices;
    }

    /// Null until it was first looked at.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The page comes into sight: the adapter's own setting is read anew.
    void open() {
        quiet.submit(Messages.Key.of("link.title"), _ -> LatencyTimer.of(session.name()),
                Outcome.<Optional<LatencyTimer>>of(found -> {
                    timer = found;
                    look();
                }, notices::fault));
        look();
    }

    /// Takes the figures as they are now. The verdict is on the run, where there was one long enough to judge.
    void look() {
        boolean grbl = session.info().dialect().equals("grbl");
        boolean network = Port.isNetwork(session.name());
        LinkFigures live = session.link();
        Optional<LinkFigures> run = session.linkInRun();
        LinkVerdict ofAll = LinkVerdict.of(live, timer, network);
        LinkVerdict verdict = run.map(figures -> LinkVerdict.of(figures, timer, network))
                .filter(found -> found.kind() != LinkVerdict.Kind.UNKNOWN).orElse(ofAll);
        shown.set(new Shown(verdict, LinkRows.of(live, grbl),
                run.map(figures -> LinkRows.of(figures, grbl)).orElse(List.of())));
    }
}
