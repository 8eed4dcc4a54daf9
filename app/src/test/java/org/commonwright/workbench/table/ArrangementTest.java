package org.commonwright.workbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import org.commonwright.task.InlineTasks;
import org.junit.jupiter.api.Test;

/// Sorting and filtering of a table that is edited.
class ArrangementTest {
    private final ObservableList<String> source = FXCollections
            .observableArrayList(List.of("d", "a", "c", "b", "e"));
    private final StillArrangement<String> still = new StillArrangement<>(source, new InlineTasks());

    @Test
    void sortsAndFiltersAndFindsItsWayBack() {
        still.sort(Comparator.naturalOrder());
        assertEquals(List.of("a", "b", "c", "d", "e"), still.rows());
        still.filter(s -> !s.equals("c"));
        assertEquals(List.of("a", "b", "d", "e"), still.rows());
        assertEquals(-1, still.inSight(2));
        assertEquals(2, still.inSight(0));
        assertEquals(3, still.inSource(1));
        still.sort(null);
        still.filter(null);
        assertEquals(source, still.rows());
    }

    @Test
    void anEditedRowStaysWhereItIsUntilItIsSortedAnew() {
        still.sort(Comparator.naturalOrder());
        source.set(1, "z");
        assertEquals(List.of("z", "b", "c", "d", "e"), still.rows());
        source.add(2, "new");
        assertEquals(List.of("z", "new", "b", "c", "d", "e"), still.rows());
        source.remove("b");
        assertEquals(List.of("z", "new", "c", "d", "e"), still.rows());
        still.sort(Comparator.naturalOrder());
        assertEquals(List.of("c", "d", "e", "new", "z"), still.rows());
    }

    /// Whoever follows the changes that are told has what is in sight; and every row in sight is one of the source.
    @Test
    void whatIsToldIsWhatIsInSight() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            ObservableList<String> items = FXCollections.observableArrayList();
            var arranged = new StillArrangement<>(items, new InlineTasks());
            List<String> follower = new ArrayList<>();
            arranged.rows().addListener((Change<? extends String> change) -> follow(follower, change));
            for (int n = 0; n < 40; n++) {
                step(items, arranged, random);
                assertEquals(List.copyOf(arranged.rows()), follower, "seed " + seed + " step " + n);
                for (int row = 0; row < follower.size(); row++) {
                    assertEquals(items.get(arranged.inSource(row)), follower.get(row), "seed " + seed);
                    assertEquals(row, arranged.inSight(arranged.inSource(row)), "seed " + seed);
                }
            }
        }
    }

    private static void step(ObservableList<String> items, StillArrangement<String> arranged, Random random) {
        int at = items.isEmpty() ? 0 : random.nextInt(items.size());
        switch (random.nextInt(items.isEmpty() ? 2 : 9)) {
            case 0 -> items.add(at, "n" + random.nextInt(50));
            case 1 ->
                items.setAll(IntStream.range(0, random.nextInt(400)).mapToObj(i -> "s" + random.nextInt(99)).toList());
            case 2 -> items.remove(at);
            case 3 -> items.set(at, "e" + random.nextInt(50));
            case 4 -> arranged.sort(random.nextBoolean() ? Comparator.naturalOrder() : null);
            case 5 -> arranged.filter(random.nextBoolean() ? s -> s.hashCode() % 3 != 0 : null);
            case 6 -> items.addAll(at, List.of("x" + random.nextInt(9), "y" + random.nextInt(9)));
            case 7 -> items.remove(at, at + random.nextInt(items.size() - at + 1));
            default -> FXCollections.sort(items);
        }
    }

    private static void follow(List<String> follower, Change<? extends String> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                List<String> before = List.copyOf(follower);
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    follower.set(change.getPermutation(i), before.get(i));
                }
            } else if (change.wasUpdated()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    follower.set(i, change.getList().get(i));
                }
            } else {
                assertEquals(List.copyOf(change.getRemoved()),
                        follower.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()));
                follower.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                follower.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }
}
