package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class MarkedMergeTest {
    private static final String BASE = "Part,Quantity,Notes\nrail,2,\nnut,4,\nplate,1,blue\n";
    private static final String MARKED = """
            Part,Quantity,Notes
            rail,3,
            <<<<<<< ours
            nut,6,here
            ||||||| base
            nut,4,
            =======
            nut,8,there
            >>>>>>> theirs
            plate,1,blue
            """;

    private static BomDocument document(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String marked(String base, String ours, String theirs) {
        return text(MarkedMerge.bytes(BomMerge.merge(document(base), document(ours), document(theirs))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String rowOfRail(String text) {
        return text.replace("rail,2", "rail,3");
    }

    @Test
    void aRowInQuestionStandsThereAsEachSideHasIt() {
        assertEquals(MARKED,
                marked(BASE, BASE.replace("nut,4,", "nut,6,here"), rowOfRail(BASE.replace("nut,4,", "nut,8,there"))));
        assertEquals(rowOfRail(BASE), marked(BASE, BASE, rowOfRail(BASE)));
    }

    @Test
    void whatIsMarkedIsDecidedCellByCell() {
        UnfinishedMerge merge = UnfinishedMerge.of(document(MARKED));
        assertEquals(2, merge.conflicts().size());
        CellConflict quantity = merge.conflicts().getFirst();
        CellConflict notes = merge.conflicts().getLast();
        assertEquals(new CellConflict("nut", "Quantity", "4", "6", "8", 3, 1), quantity);
        String half = text(merge.resolved(Map.of(quantity, new Choice.Value("7"))));
        assertEquals(MARKED.replace("nut,6", "nut,7").replace("nut,8", "nut,7").replace("nut,4", "nut,7"), half);
        UnfinishedMerge rest = UnfinishedMerge.of(document(half));
        assertEquals("there", rest.conflicts().getFirst().theirs());
        assertEquals("Part,Quantity,Notes\nrail,3,\nnut,7,there\nplate,1,blue\n",
                text(rest.resolved(Map.of(rest.conflicts().getFirst(), new Choice.Theirs()))));
        assertEquals("Part,Quantity,Notes\nrail,3,\nnut,8,\nplate,1,blue\n",
                text(merge.resolved(Map.of(quantity, new Choice.Theirs(), notes, new Choice.Base()))));
    }

    @Test
    void aRowThatOneSideTookOutIsDecidedWhole() {
        String text = marked(BASE, BASE.replace("nut,4,\n", ""), BASE.replace("nut,4", "nut,5"));
        assertEquals("Part,Quantity,Notes\nrail,2,\n<<<<<<< ours\n=======\nnut,5,\n>>>>>>> theirs\nplate,1,blue\n",
                text);
        UnfinishedMerge merge = UnfinishedMerge.of(document(text));
        CellConflict row = merge.conflicts().getFirst();
        assertEquals(BASE.replace("nut,4,\n", ""), text(merge.resolved(Map.of(row, new Choice.Ours()))));
        assertEquals(BASE.replace("nut,4", "nut,5"), text(merge.resolved(Map.of(row, new Choice.Theirs()))));
        assertEquals("merging.no-value",
                assertThrows(Fault.class, () -> merge.resolved(Map.of(row, new Choice.Value("x")))).code());
    }

    @Test
    void headersAndColumnsInQuestionAreNotLost() {
        String text = marked(BASE, BASE.replace("Notes", "Remarks"), BASE.replace("Notes", "Words"));
        assertEquals("<<<<<<< ours\nPart,Quantity,Remarks\n||||||| base\nPart,Quantity,Notes\n=======\n"
                + "Part,Quantity,Words\n>>>>>>> theirs\nrail,2,\nnut,4,\nplate,1,blue\n", text);
        UnfinishedMerge merge = UnfinishedMerge.of(document(text));
        assertEquals(BASE.replace("Notes", "Words"),
                text(merge.resolved(Map.of(merge.conflicts().getFirst(), new Choice.Theirs()))));
        String without = "Part,Quantity\nrail,2\nnut,4\nplate,1\n";
        assertEquals(
                "Part,Quantity,Notes\nrail,2,\nnut,4,\n<<<<<<< ours\nplate,1,\n||||||| base\nplate,1,blue\n=======\n"
                        + "plate,1,green\n>>>>>>> theirs\n",
                marked(BASE, without, BASE.replace("blue", "green")));
    }

    @Test
    void whatGitMarkedItselfIsDecidedToo() {
        UnfinishedMerge merge = UnfinishedMerge
                .of(document("Part,Quantity\n<<<<<<< HEAD\nnut,4\nrail,2\n=======\nnut,5\n"
                        + ">>>>>>> other\nplate,1\n"));
        CellConflict rows = merge.conflicts().getFirst();
        assertEquals("nut,4\nrail,2", rows.ours());
        assertEquals("Part,Quantity\nnut,5\nplate,1\n", text(merge.resolved(Map.of(rows, new Choice.Theirs()))));
        assertEquals("merging.no-base",
                assertThrows(Fault.class, () -> merge.resolved(Map.of(rows, new Choice.Base()))).code());
    }
}
