package org.commonwright.workbench.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.Leaving;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The area Parts.
public final class PartsArea implements Area {
    private final WorkbenchContext context;
    private final PartsViewModel model;
    private Subscription attached = Subscription.EMPTY;

    public PartsArea(WorkbenchContext context) {
        this.context = context;
        this.model = new PartsViewModel(context.folders(), context.tasks(), context.notices(), context.current(),
                context.clock());
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
        return new PartsView(model, context).node();
    }

    @Override
    public void attach() {
        attached = context.current().follow(model::load);
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
