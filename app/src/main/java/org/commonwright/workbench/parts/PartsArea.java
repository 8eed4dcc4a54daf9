package org.commonwright.workbench.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.CellSelection;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.area.Selection;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Lanes;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The area Parts.
public final class PartsArea implements Area {
    private final WorkbenchContext context;
    private final PartsViewModel model;
    private final ScopeViewModel scope;
    private final LinesCommands commands;
    private final PartsSheets sheets;
    private final CellJump jump;
    private final DesignComments comments;
    private @Nullable PartsView view;
    private Subscription attached = Subscription.EMPTY;

    public PartsArea(WorkbenchContext context) {
        this.context = context;
        this.model = new PartsViewModel(context.folders(), Lanes.of(context.tasks()), context.notices(),
                context.current(), context.clock());
        this.scope = new ScopeViewModel(context.folders(), context.tasks());
        this.commands = new LinesCommands(model, context);
        this.sheets = new PartsSheets(model, commands, context);
        this.jump = new CellJump(model);
        this.comments = new DesignComments(context);
        context.problems().unsaved(model.editing()::unsaved);
        LinesActions.register(model, commands, context);
        sheets.register();
        new OffersSheet(model, scope, context, new Controls(context.texts())).register(sheets);
        ColumnsOffer.follow(model, context);
        context.actions().add(
                Action.of("start-list", Group.PARTS, "parts.start-list", MaterialDesignP.PLAYLIST_PLUS,
                        model.own()::start).blockedBy(model.own().noStart()),
                Action.of("make-list", Group.PARTS, "parts.make-list", MaterialDesignP.PLAYLIST_EDIT,
                        model.own()::make).blockedBy(model.own().noMake()),
                Action.of("shopping-list", Group.PARTS, "parts.shopping-list", MaterialDesignC.CART_ARROW_DOWN,
                        this::shop).onlyWhen(model.rollup().result().state().map(Loaded.Ready.class::isInstance),
                                "parts.shopping-not-yet"),
                Action.of("where-used", Group.PARTS, "parts.where-used", MaterialDesignM.MAP_MARKER_QUESTION_OUTLINE,
                        scope::findChosen).onlyWhen(scope.chosen().map(_ -> true).orElse(false),
                                "parts.choose-part"),
                Action.of("explain-line", Group.PARTS, "parts.explain", MaterialDesignC.COMMENT_QUESTION_OUTLINE,
                        this::explain).onlyWhen(scope.chosen().map(_ -> true).orElse(false), "parts.choose-part"),
                Action.of("scope-report", Group.PARTS, "parts.scope-report", MaterialDesignS.SET_CENTER,
                        this::compare));
    }

    private void shop() {
        context.dialogs().folder(Messages.Key.of("parts.shopping-folder")).ifPresent(model.rollup()::shop);
    }

    private void explain() {
        context.navigator().goTo(id());
        if (view != null) {
            view.explain();
        }
    }

    private void compare() {
        context.navigator().goTo(id());
        if (view != null) {
            view.showScope();
        }
        scope.compare();
    }

    @Override
    public String id() {
        return "parts";
    }

    @Override
    public String titleKey() {
        return "parts.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FORMAT_LIST_CHECKS;
    }

    @Override
    public Node view() {
        view = new PartsView(model, scope, commands, sheets, comments, context);
        jump.show(view);
        return sheets.over(view.node());
    }

    @Override
    public void select(Selection selection) {
        if (selection instanceof CellSelection cell) {
            jump.to(cell);
        }
    }

    @Override
    public void attach() {
        attached = Subscription.combine(context.current().follow(model::load), comments.follow());
    }

    @Override
    public void detach() {
        attached.unsubscribe();
    }

    @Override
    public List<Messages.Key> unfinished(Leaving leaving) {
        int files = model.editing().unsaved().size();
        return files == 0 ? List.of() : List.of(Messages.Key.of("parts.unsaved", files));
    }

    @Override
    public void close() {
        model.close();
    }
}
