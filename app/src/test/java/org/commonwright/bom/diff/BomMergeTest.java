package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BomMergeTest {
    private static final String BASE = "Part,Quantity,Unit,Notes\r\n# frame\r\nrail,2,m,\r\nnut,4,,\r\nplate,1,,blue";

    @Test
    void takesWhatEitherChangedAndKeepsTheRestByteForByte() {
        String ours = BASE.replace("rail,2,m,", "rail,\"2\",m, cut it").replace("nut,4,,\r\n",
                "nut ,4,,\r\nbolt,6,,\r\n");
        String theirs = "Part,Quantity,Notes,Unit\nplate,2,blue,\n# frame\nwasher,8,,\nnut,5,,\nrail,2,,m\n";
        assertMerged("Part,Quantity,Unit,Notes\r\n# frame\r\nrail,\"2\",m, cut it\r\nnut ,5,,\r\nbolt,6,,\r\n"
                + "plate,2,,blue\r\nwasher,8,,", BASE, ours, theirs);
    }

    @Test
    void namesTheCellThatBothChanged() {
        MergeResult result = merge(BASE, BASE.replace("nut,4", "nut,6"), BASE.replace("nut,4", "nut,8"));
        assertEquals(List.of(new CellConflict("nut", "Quantity", "4", "6", "8", 4, 1)), result.conflicts());
        assertEquals(BASE.replace("nut,4", "nut,6"), text(result));
        assertTrue(merge(BASE, BASE.replace("nut,4", "nut,6"), BASE.replace("nut,4", "nut,6")).isClean());
    }

    @Test
    void aRowTakenOutHereAndChangedThereIsAConflict() {
        String without = BASE.replace("nut,4,,\r\n", "");
        assertMerged(without, BASE, BASE, without);
        assertMerged(without, BASE, without, BASE);
        MergeResult kept = merge(BASE, BASE.replace("nut,4", "nut,6"), without);
        assertEquals(List.of(new CellConflict("nut", "", "nut,4,,", "nut,6,,", null, 4, -1)), kept.conflicts());
        MergeResult back = merge(BASE, without, BASE.replace("nut,4", "nut,6"));
        assertEquals(List.of(new CellConflict("nut", "", "nut,4,,", null, "nut,6,,", 4, -1)), back.conflicts());
        assertEquals(BASE.replace("nut,4", "nut,6"), text(back));
    }

    @Test
    void columnsComeGoAndAreRenamed() {
        String theirs = "Part,Quantity,Unit,Remarks,Colour\nrail,2,m,,\nnut,4,,,\nplate,1,,blue,red\n";
        assertMerged("Part,Quantity,Unit,Remarks,Colour\r\nrail,2,m,\r\nnut,7,,\r\nplate,1,,blue,red", BASE,
                BASE.replace("nut,4", "nut,7").replace("# frame\r\n", "# frame\r\n"), theirs);
        String without = "Part,Quantity,Unit\r\n# frame\r\nrail,2,m\r\nnut,4,\r\nplate,1,";
        assertMerged(without.replace("nut,4", "nut,7"), BASE, BASE.replace("nut,4", "nut,7"), without);
        MergeResult conflict = merge(BASE, BASE.replace("blue", "green"), without);
        assertEquals(List.of(new CellConflict("plate", "Notes", "blue", "green", null, 5, 3)), conflict.conflicts());
        MergeResult lost = merge(BASE, without, BASE.replace("blue", "green"));
        assertEquals(List.of(new CellConflict("plate", "Notes", "blue", null, "green", 5, -1)), lost.conflicts());
    }

    @Test
    void commentsComeAndGo() {
        assertMerged("Part,Quantity,Unit,Notes\r\nrail,2,m,\r\nnut,4,,\r\n# new\r\nplate,1,,blue", BASE, BASE,
                "Part,Quantity,Unit,Notes\nrail,2,m,\nnut,4,,\n# new\nplate,1,,blue\n");
    }

    /// An empty name would stand for the whole row, which a choice could then take out.
    @Test
    void aCellWithoutAHeaderIsCalledByItsPlace() {
        MergeResult gone = merge("Part,,Quantity\nnut,old,4\n", "Part,,Quantity\nnut,mine,4\n",
                "Part,Quantity\nnut,4\n");
        assertEquals(List.of(new CellConflict("nut", "#2", "old", "mine", null, 2, 1)), gone.conflicts());
        assertEquals("Part,,Quantity\nnut,mine,4\n", text(gone));
    }

    @Test
    void cellsBeyondTheHeaderAreNotLost() {
        assertMerged("Part,Quantity\nrail,2\nnut,4,,odd\nbolt,1,new\n", "Part,Quantity\nrail,2\nnut,4\n",
                "Part,Quantity\nrail,2\nnut,4\n", "Part,Quantity\nrail,2\nnut,4,,odd\nbolt,1,new\n");
        MergeResult result = merge("Part,Quantity\nnut,4\n", "Part,Quantity\nnut,4,mine\n",
                "Part,Quantity,Notes\nnut,4,,odd\n");
        assertEquals(List.of(new CellConflict("nut", "+1", null, "mine", "odd", 2, 3)), result.conflicts());
        assertEquals("Part,Quantity,Notes\nnut,4,,mine\n", text(result));
        MergeResult added = merge("Part,Quantity\nnut,4\n", "Part,Quantity\nnut,4,mine\n",
                "Part,Quantity,Notes\nnut,4,\nbolt,1,,odd\n");
        assertEquals("Part,Quantity,Notes\nnut,4,,mine\nbolt,1,,odd\n", text(added));
    }

    @Test
    void bothMayAddTheFile() {
        MergeResult result = merge(null, "Part,Quantity\nrail,2\nnut,1\n", "Part,Quantity,Notes\nnut,3,x\nbolt,4,\n");
        assertEquals("Part,Quantity,Notes\nrail,2\nnut,1,x\nbolt,4,\n", text(result));
        assertEquals(List.of(new CellConflict("nut", "Quantity", null, "1", "3", 3, 1)), result.conflicts());
    }

    private static void assertMerged(String expected, String base, String ours, String theirs) {
        MergeResult result = merge(base, ours, theirs);
        assertEquals(List.of(), result.conflicts());
        assertEquals(expected, text(result));
    }

    private static MergeResult merge(@Nullable String base, String ours, String theirs) {
        return BomMerge.merge(base == null ? null : parse(base), parse(ours), parse(theirs));
    }

    private static String text(MergeResult result) {
        return new String(result.merged().bytes(), StandardCharsets.UTF_8);
    }

    private static BomDocument parse(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
