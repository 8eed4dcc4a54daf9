package org.commonwright.workbench.machines.printer;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import org.commonwright.machine.Session;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;

/// What the page of a machine shows when it is a printer of Marlin's family: two tabs, and above all what the printer asks.
public final class PrinterPages {
    /// The pages, as one asks for them.
    public static final String PRINTER = "printer";
    public static final String CARD = "card";

    private final PrinterViewModel model;
    private final Node prompt;
    private final List<Tab> tabs;

    /// @param off while nothing may move: a program runs, or the machine is gone
    public PrinterPages(Session session, WorkbenchContext context, Controls controls, ObservableValue<Boolean> off) {
        model = new PrinterViewModel(session, context.tasks(), context.window(), context.notices(), context.settings(),
                context.clock());
        prompt = new PromptBar(model, controls).node();
        // What it prints of its own moves it, too.
        ObservableValue<Boolean> moves = Bindings.createBooleanBinding(
                () -> off.getValue() || model.state().get().card() != null, off, model.state());
        var printer = new PrinterPane(model, controls, context.dialogs(), moves);
        var card = new CardPane(new CardViewModel(session, context.tasks(), context.notices()), model.state(), controls,
                context.dialogs(), context.settings(), off);
        Tab printerTab = tab(controls, "printer.title", printer.node());
        printerTab.setId(PRINTER);
        printerTab.selectedProperty().subscribe(printer::inSight);
        Tab cardTab = tab(controls, "printer.card", card.node());
        cardTab.setId(CARD);
        cardTab.selectedProperty().subscribe(now -> {
            if (now && model.can("SDCARD")) {
                card.shown();
            }
        });
        tabs = List.of(printerTab, cardTab);
    }

    private static Tab tab(Controls controls, String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(controls.texts().of(key));
        tab.setContent(content);
        return tab;
    }

    /// Whether a machine is such a printer.
    public static boolean isFor(Session session) {
        return session.info().dialect().equals("marlin");
    }

    public List<Tab> tabs() {
        return tabs;
    }

    /// Takes no room while nothing is asked.
    public Node prompt() {
        return prompt;
    }

    public PrinterViewModel model() {
        return model;
    }

    public void close() {
        model.close();
    }
}
