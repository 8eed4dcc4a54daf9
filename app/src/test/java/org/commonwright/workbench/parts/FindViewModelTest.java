package org.commonwright.workbench.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.RepoPath;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindViewModelTest {
    private static final String BOM = "Part,Notes\nscrew M3,m3 and M3\nnut,\nwasher M3,\nrod,M3\n";

    private final Notices notices = new Notices(Runnable::run);
    private final BomEditing editing = new BomEditing(new InlineTasks(), new InlineTasks(), notices);
    private final FindViewModel find = new FindViewModel(editing, new InlineTasks(), notices);

    @BeforeEach
    void aBill() {
        editing.show(new RepoPath("bom.csv"), BomDocument.parse("bom.csv", BOM.getBytes(StandardCharsets.UTF_8)),
                false);
        find.open().set(true);
    }

    private int found() {
        Hits hits = find.hits().value();
        return hits == null ? -1 : hits.size();
    }

    private String text() {
        BomDocument document = editing.document();
        assertNotNull(document);
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void goesFromOneToTheNextAndRoundAgain() {
        find.text().set("m3");
        assertEquals(4, found());
        assertEquals(new Place(0, 0), find.go(1));
        assertEquals(new Place(0, 1), find.go(1));
        assertEquals(new Place(2, 0), find.go(1));
        assertEquals(new Place(3, 1), find.go(1));
        assertEquals(new Place(0, 0), find.go(1));
        assertEquals(new Place(3, 1), find.go(-1));
        assertEquals(3, find.at().get());
        find.text().set("nothing like it");
        assertEquals(0, found());
        assertNull(find.go(1));
    }

    @Test
    void whileOneTypesTheFirstIsGoneToFromTheChosenCell() {
        List<Place> seen = new ArrayList<>();
        find.over(() -> null, () -> List.of(new Place(1, 0)));
        find.whenTyped(() -> seen.add(find.go(1)));
        find.text().set("m");
        find.text().set("m3");
        assertEquals(List.of(new Place(2, 0), new Place(2, 0)), seen);
        editing.set(editing.rows().get(1), 1, "M3");
        assertEquals(2, seen.size(), "an edit leads nowhere");
    }

    @Test
    void beginsAtTheChosenCellAndFollowsTheOrderInSight() {
        find.over(() -> new int[]{3, 2, 0}, () -> List.of(new Place(2, 1)));
        find.text().set("M3");
        assertEquals(4, found());
        assertEquals(new Place(0, 0), find.go(1));
        find.matchCase().set(true);
        find.column().set(0);
        assertEquals(2, found());
        find.over(() -> new int[]{1, 3}, List::of);
        assertEquals(0, found());
    }

    @Test
    void replacesOneOrAllAsOneStep() {
        find.text().set("M3");
        find.with().set("M4");
        find.go(1);
        find.replace();
        assertEquals(BOM.replace("screw M3", "screw M4"), text());
        assertEquals(new Place(0, 1), find.go(1));
        find.replaceAll();
        assertEquals("Part,Notes\nscrew M4,M4 and M4\nnut,\nwasher M4,\nrod,M4\n", text());
        assertEquals(0, found());
        assertEquals(List.of(3), notices.shown().getFirst().text().arguments());
        editing.undo();
        assertEquals(BOM.replace("screw M3", "screw M4"), text());
        assertEquals(3, found());
    }

    @Test
    void onlyAmongChosenCellsOrLinesInSight() {
        find.over(() -> null, () -> List.of(new Place(2, 0), new Place(2, 1)));
        find.text().set("M3");
        find.with().set("M5");
        find.onlyChosen().set(true);
        assertEquals(1, found());
        find.replaceAll();
        assertEquals(BOM.replace("washer M3", "washer M5"), text());
        find.onlyChosen().set(false);
        find.over(() -> new int[]{3}, List::of);
        find.replaceAll();
        assertEquals(BOM.replace("washer M3", "washer M5").replace("rod,M3", "rod,M5"), text());
    }
}
