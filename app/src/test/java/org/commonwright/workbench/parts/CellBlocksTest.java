package org.commonwright.workbench.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.model.RepoPath;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.junit.jupiter.api.Test;

class CellBlocksTest {
    private final BomEditing editing = new BomEditing(new InlineTasks(), new InlineTasks(),
            new Notices(Runnable::run));

    /// @param order the lines in sight
    private record Sorted(List<Integer> order) implements CellBlocks.Sight {
        @Override
        public int rows() {
            return order.size();
        }

        @Override
        public int line(int row) {
            return order.get(row);
        }

        @Override
        public int row(int line) {
            return order.indexOf(line);
        }

        @Override
        public List<Integer> columns() {
            return List.of(2, 0, 1);
        }
    }

    private static BomDocument parse(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void show(String text) {
        editing.forgetAll();
        editing.show(new RepoPath("bom.csv"), parse(text), false);
    }

    @Test
    void fillingFollowsTheOrderInSight() {
        show("Part,Quantity,Notes\na,1,x\nb,2,y\nc,3,z\n");
        var sight = new Sorted(List.of(2, 0, 1));
        assertEquals(List.of(new CellValue(0, 1, "3"), new CellValue(1, 1, "3")), CellBlocks
                .filledDown(List.of(new Place(0, 1), new Place(1, 1), new Place(2, 1)), sight, editing.rows()));
        assertEquals(List.of(new CellValue(0, 2, "z")),
                CellBlocks.filledDown(List.of(new Place(0, 2)), sight, editing.rows()));
        assertEquals(List.of(), CellBlocks.filledDown(List.of(new Place(2, 2)), sight, editing.rows()));
    }

    @Test
    void pastingFollowsTheOrderInSightAndGoesOnBehindTheLastLine() {
        var sight = new Sorted(List.of(1, 0));
        assertEquals(List.of(new CellValue(0, 0, "p"), new CellValue(0, 1, "q"), new CellValue(2, 0, "r")),
                CellBlocks.pasted(List.of(List.of("p", "q", "left out"), List.of("r")), List.of(new Place(0, 0)), sight,
                        2));
        assertEquals(List.of(new CellValue(0, 0, "v"), new CellValue(1, 2, "v")), CellBlocks
                .pasted(List.of(List.of("v")), List.of(new Place(0, 0), new Place(1, 2)), sight, 2));
    }

    /// Whatever a person does, taking it all back gives every state back byte for byte, and the rows that the table shows are
    /// always those of the document.
    @Test
    void everyStateComesBackByteForByte() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            show("Part , Quantity,Notes\r\n# mine\r\n\"a\" ,1, x\nb,2\n\nc,3,\"z,z\"");
            List<String> states = new ArrayList<>(List.of(text()));
            for (int n = 0; n < 15; n++) {
                act(random);
                assertEquals(editing.rows().size(), size(), "seed " + seed);
                for (int line = 0; line < size(); line++) {
                    assertEquals(cell(line, 0), editing.rows().get(line).cell(0), "seed " + seed);
                }
                if (!text().equals(states.getLast())) {
                    states.add(text());
                }
            }
            for (int i = states.size() - 2; i >= 0; i--) {
                editing.undo();
                assertEquals(states.get(i), text(), "seed " + seed);
            }
            for (int i = 1; i < states.size(); i++) {
                editing.redo();
                assertEquals(states.get(i), text(), "seed " + seed);
            }
        }
    }

    private void act(Random random) {
        int size = size();
        int columns = editing.columns().get().size();
        int line = size == 0 ? 0 : random.nextInt(size);
        var place = new Place(line, random.nextInt(columns));
        var order = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            order.add(random.nextInt(order.size() + 1), i);
        }
        var sight = new Sorted(order);
        switch (size == 0 ? 0 : random.nextInt(6)) {
            case 0 -> editing.insert(line, "new" + random.nextInt(5));
            case 1 -> editing.delete(random.nextBoolean() || line == 0 ? List.of(line) : List.of(0, line));
            case 2 -> editing.move(line, random.nextInt(3) - 1);
            case 3 -> editing.setAll("parts.step-fill",
                    CellBlocks.filledDown(List.of(place, new Place(0, place.column())), sight, editing.rows()));
            case 4 -> editing.setAll("parts.step-paste", CellBlocks.pasted(
                    List.of(List.of("p" + random.nextInt(9), "q,"), List.of("r\"" + random.nextInt(9))),
                    List.of(place), sight, size));
            default -> editing.set(editing.rows().get(line), place.column(), "v" + random.nextInt(9));
        }
    }

    private int size() {
        BomDocument document = editing.document();
        return document == null ? 0 : document.size();
    }

    private String cell(int line, int column) {
        BomDocument document = editing.document();
        return document == null ? "" : document.cell(line, column);
    }

    private String text() {
        BomDocument document = editing.document();
        return document == null ? "" : new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
