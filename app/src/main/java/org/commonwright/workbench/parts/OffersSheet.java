package org.commonwright.workbench.parts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignModule;
import org.commonwright.design.fix.OfferFixes;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.fixes.FixDesk;
import org.commonwright.workbench.offers.OfferPane;
import org.commonwright.workbench.offers.OfferViewModel;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// What suppliers ask for the parts that nobody offers yet: one offer after the other, or a list of them to complete.
final class OffersSheet {
    private final PartsViewModel model;
    private final ScopeViewModel scope;
    private final WorkbenchContext context;
    private final Controls controls;
    private final FixDesk desk;
    private final OfferViewModel offer;

    OffersSheet(PartsViewModel model, ScopeViewModel scope, WorkbenchContext context, Controls controls) {
        this.model = model;
        this.scope = scope;
        this.context = context;
        this.controls = controls;
        this.desk = new FixDesk(context, "undo-offer", "offers.undone");
        this.offer = new OfferViewModel(desk::make);
        var without = new Loader<List<String>>(context.tasks().quiet());
        model.rollup().result().state().subscribe(state -> {
            if (state instanceof Loaded.Ready<RollupResult>(RollupResult result)) {
                without.load(Messages.Key.of("offers.start"), true, _ -> OfferFixes.withoutOffer(result));
            }
        });
        without.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<List<String>>(List<String> parts) && !parts.equals(offer.parts())) {
                String typed = offer.part().get();
                offer.parts().setAll(parts);
                offer.part().set(typed);
            }
        });
    }

    /// @param sheets shows the page
    void register(PartsSheets sheets) {
        context.actions().add(
                Action.of("add-offer", Group.PARTS, "offers.open", MaterialDesignC.CASH_PLUS, () -> add(sheets))
                        .blockedBy(refused()),
                Action.of("start-offers", Group.PARTS, "offers.start", MaterialDesignP.PLAYLIST_EDIT, this::start)
                        .blockedBy(noStart()),
                Action.of("undo-offer", Group.PARTS, "offers.undo", MaterialDesignU.UNDO, desk::undo)
                        .onlyWhen(desk.undoable(), "offers.undo-none"));
    }

    private void add(PartsSheets sheets) {
        RepoPath into = file();
        if (into == null) {
            return;
        }
        RollupResult result = model.rollup().result().value();
        String usual = result == null || result.cost() == null ? "" : result.cost().currency();
        String chosen = scope.chosen().get();
        offer.open(into, chosen == null ? "" : chosen,
                LocalDate.ofInstant(context.clock().instant(), ZoneId.systemDefault()).toString(), usual);
        var actions = new ActionControls(controls);
        var pane = new OfferPane(offer, controls, actions.button(context.actions().get("start-offers")),
                actions.iconButton(context.actions().get("undo-offer")));
        sheets.show("offer-page", Messages.Key.of("offers.title"), pane.node(), () -> {});
        pane.begin();
    }

    private void start() {
        RepoPath into = file();
        if (into != null) {
            desk.make(OfferFixes.start(into, List.copyOf(offer.parts())));
        }
    }

    private @Nullable RepoPath file() {
        DesignModule module = model.shown().module().get();
        ShownModule.Opened opened = model.shown().design().value();
        return module == null || opened == null ? null : OfferFixes.file(opened.root(), module);
    }

    private ObservableValue<Optional<Messages.Key>> refused() {
        return model.shown().module().map(OfferFixes::refused)
                .orElse(Optional.of(Messages.Key.of("lists.no-module")));
    }

    private ObservableValue<Optional<Messages.Key>> noStart() {
        return Bindings.createObjectBinding(() -> {
            DesignModule module = model.shown().module().get();
            if (module == null) {
                return Optional.of(Messages.Key.of("lists.no-module"));
            }
            return offer.parts().isEmpty()
                    ? Optional.of(Messages.Key.of("bom.offers-all-there"))
                    : OfferFixes.refused(module);
        }, model.shown().module(), offer.parts());
    }
}
