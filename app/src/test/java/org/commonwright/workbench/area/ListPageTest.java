package org.commonwright.workbench.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListPageTest {
    private static final int MOST = 40;
    private static final ListPage<Integer> LONG = ListPage.first(upTo(101), MOST);

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    @Test
    void thePagesTogetherAreTheWholeListOnce() {
        List<Integer> seen = new ArrayList<>();
        for (ListPage<Integer> page = LONG;; page = page.with(page.to())) {
            seen.addAll(page.shown());
            assertEquals(page.from() == 0, page.isFirst());
            if (page.isLast()) {
                break;
            }
        }
        assertEquals(LONG.all(), seen);
        assertTrue(ListPage.first(upTo(MOST), MOST).isAll());
        assertFalse(ListPage.first(upTo(MOST + 1), MOST).isAll());
        upTo(101).forEach(index -> assertTrue(LONG.with(index).shown().contains(index)));
    }

    @Test
    void theNextOneLeftIsFoundOnWhateverPageItStands() {
        Set<Integer> left = Set.of(3, 90);
        assertEquals(3, LONG.next(-1, index -> !left.contains(index)));
        assertEquals(90, LONG.next(3, index -> !left.contains(index)));
        assertEquals(3, LONG.next(90, index -> !left.contains(index)));
        assertEquals(4, LONG.next(3, _ -> true), "none is left");
        assertEquals(0, LONG.next(100, _ -> true));
        assertEquals(3, LONG.next(3, index -> index != 3), "the only one");
    }
}
