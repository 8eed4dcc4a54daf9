package org.commonwright.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    /// Lines of which each comes again more than a hundred times, each time in another order.
    private static byte[] turning(int lines, int step) {
        return IntStream.range(0, lines).mapToObj(i -> "vertex " + (long) i * step / 3 % 37)
                .collect(Collectors.joining("\n", "solid\n", "\nend\n")).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLongStretchWithoutARareLineIsToldAsAWhole() {
        assertEquals(List.of(new LineDiff.Edit(2, 5_001, 2, 6_001)),
                LineDiff.edits(turning(5_000, 5), turning(6_000, 7)));
    }

    @Test
    void aShortOneIsMatchedLineByLine() {
        List<LineDiff.Edit> edits = LineDiff.edits(turning(800, 5), turning(800, 7));
        assertTrue(edits.size() > 10, edits.toString());
    }
}
