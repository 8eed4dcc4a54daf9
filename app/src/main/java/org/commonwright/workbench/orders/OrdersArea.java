package org.commonwright.workbench.orders;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.fabrication.job.Job;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.area.WorkbenchContext;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The area Orders. Its actions are there before it was ever shown.
public final class OrdersArea implements Area {
    private final WorkbenchContext context;
    private final OrdersViewModel model;
    private final PlacingViewModel placing;
    private Subscription attached = Subscription.EMPTY;
    private @Nullable OrdersView view;

    public OrdersArea(WorkbenchContext context) {
        this.context = context;
        this.model = new OrdersViewModel(context.folders(), context.tasks(), context.window(), context.notices(),
                context.clock(), context.ports());
        this.placing = new PlacingViewModel(context.folders(), context.tasks(), context.notices(), context.clock(),
                this::placed);
        context.actions().add(
                Action.of("new-order", Group.ORDERS, "orders.new", MaterialDesignC.CART_PLUS, this::showPlacing)
                        .blockedBy(context.current().needed()),
                Action.of("place-order", Group.ORDERS, "orders.place", MaterialDesignC.CART_CHECK, placing::place)
                        .blockedBy(placing.blocked()),
                Action.of("exchange-records", Group.ORDERS, "orders.exchange", MaterialDesignC.CLOUD_SYNC_OUTLINE,
                        model::exchange).blockedBy(context.current().needed()),
                Action.of("claim-job", Group.ORDERS, "orders.claim", MaterialDesignH.HAND_FRONT_RIGHT_OUTLINE,
                        () -> model.claim("")).blockedBy(model.blocked(JobRules::claim)),
                Action.of("run-job", Group.ORDERS, "orders.run", MaterialDesignP.PLAY, this::run)
                        .blockedBy(model.blocked(JobRules::run)),
                Action.of("stop-job", Group.ORDERS, "orders.stop", MaterialDesignS.STOP, model::stop)
                        .blockedBy(model.blocked(rules -> rules.here()
                                ? Optional.empty()
                                : Optional.of(Messages.Key.of("orders.nothing-runs")))),
                Action.of("resume-job", Group.ORDERS, "orders.resume", MaterialDesignP.PLAY_PAUSE, model::planResume)
                        .blockedBy(model.blocked(JobRules::resume)),
                Action.of("scrap-job", Group.ORDERS, "orders.scrap", MaterialDesignD.DELETE_OUTLINE, this::scrap)
                        .blockedBy(model.blocked(rules -> rules.scrap(model.reason().get()))),
                Action.of("release-job", Group.ORDERS, "orders.release", MaterialDesignU.UNDO_VARIANT, model::release)
                        .blockedBy(model.blocked(JobRules::release)));
    }

    @Override
    public String id() {
        return "orders";
    }

    @Override
    public String titleKey() {
        return "orders.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CLIPBOARD_LIST_OUTLINE;
    }

    @Override
    public Node view() {
        view = new OrdersView(model, placing, context);
        return view.node();
    }

    @Override
    public void attach() {
        attached = Subscription.combine(context.current().follow(model::load), context.current().follow(placing::load));
    }

    @Override
    public void detach() {
        attached.unsubscribe();
    }

    @Override
    public List<Messages.Key> unfinished(Leaving leaving) {
        int runs = model.runs().size();
        return leaving == Leaving.PROGRAM && runs > 0
                ? List.of(Messages.Key.of("orders.still-making", runs))
                : List.of();
    }

    @Override
    public void close() {
        model.close();
    }

    private void showPlacing() {
        context.navigator().goTo("orders");
        if (view != null) {
            view.showPlacing();
        }
    }

    private void placed() {
        model.reload();
        model.exchange();
        if (view != null) {
            view.showJobs();
        }
    }

    /// A machine will move: that is asked first.
    private void run() {
        Job job = model.job().get();
        Board board = model.board().value();
        if (job == null || board == null) {
            return;
        }
        board.machine(job).ifPresent(machine -> {
            if (context.dialogs().confirm(Messages.Key.of("orders.ask-run", machine.name(),
                    job.spec().part(), job.spec().file(), job.made() + 1, job.spec().quantity()),
                    Messages.Key.of("orders.run"))) {
                model.run();
            }
        });
    }

    /// What is declared scrap stays scrap.
    private void scrap() {
        Job job = model.job().get();
        if (job != null && context.dialogs().confirm(
                Messages.Key.of("orders.ask-scrap", job.spec().part(), model.reason().get().strip()),
                Messages.Key.of("orders.scrap"))) {
            model.scrap();
        }
    }
}
