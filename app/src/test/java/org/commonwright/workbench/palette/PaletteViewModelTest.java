package org.commonwright.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final SimpleBooleanProperty possible = new SimpleBooleanProperty();
    private final PaletteViewModel palette = palette();

    private PaletteViewModel palette() {
        var actions = new Actions();
        actions.add(
                Action.of("release", Group.PUBLISH, "workbench-publish.release", MaterialDesignA.ARCHIVE,
                        () -> done.add("release")),
                Action.of("check", Group.PUBLISH, "workbench-publish.check", MaterialDesignA.ARCHIVE,
                        () -> done.add("check"))
                        .onlyWhen(possible, "workbench.no-design"),
                Action.of("order", Group.ORDERS, "orders.new", MaterialDesignA.ARCHIVE, () -> done.add("order")));
        return new PaletteViewModel(actions, new PaletteSources(), new Texts(Locale.ENGLISH));
    }

    private List<String> found(String query) {
        palette.show();
        palette.query().set(query);
        return palette.found().stream().map(PaletteEntry::name).toList();
    }

    @Test
    void anActionIsFoundByItsNameAndByItsMenu() {
        assertEquals(List.of("Check a release…", "Make a release of the last commit…"),
                found("release").stream().sorted().toList());
        assertEquals(List.of("Check a release…", "Make a release of the last commit…"),
                found("publish").stream().sorted().toList());
        assertEquals(List.of("New order"), found("new ord").stream().limit(1).toList());
        assertEquals(List.of(), found("zzz"));
    }

    @Test
    void whatCannotBeDoneStaysAndDoesNothing() {
        found("check");
        palette.run();
        assertTrue(palette.open().get());
        assertEquals(List.of(), done);
        possible.set(true);
        found("check");
        palette.run();
        assertFalse(palette.open().get());
        assertEquals(List.of("check"), done);
    }
}
