package org.commonwright.workbench.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConflictPageTest {
    private static final ConflictPage<Integer> LONG = ConflictPage.first(upTo(101));

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    @Test
    void thePagesTogetherAreTheWholeListOnce() {
        List<Integer> seen = new ArrayList<>();
        for (ConflictPage<Integer> page = LONG;; page = page.with(page.to())) {
            seen.addAll(page.shown());
            assertEquals(page.from() == 0, page.isFirst());
            if (page.isLast()) {
                break;
            }
        }
        assertEquals(LONG.all(), seen);
        assertTrue(ConflictPage.first(upTo(ConflictPage.MOST)).isAll());
        assertFalse(ConflictPage.first(upTo(ConflictPage.MOST + 1)).isAll());
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
