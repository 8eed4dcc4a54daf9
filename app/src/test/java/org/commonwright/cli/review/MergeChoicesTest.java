package org.commonwright.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;
import org.junit.jupiter.api.Test;

class MergeChoicesTest {
    private static final MergeConflict FIRST = new MergeConflict.Text(new RepoPath("a.txt"), 0, "", "a", "b");
    private static final MergeConflict SECOND = new MergeConflict.Text(new RepoPath("a.txt"), 1, "", "a", "b");

    private static Map<MergeConflict, Resolution> of(String... choices) {
        return MergeChoices.of(List.of(FIRST, SECOND), List.of(choices));
    }

    @Test
    void eachConflictIsChosenByItsNumberAndTheRestAtOnce() {
        assertEquals(Map.of(SECOND, new Resolution.Theirs()), of("2=theirs"));
        assertEquals(Map.of(FIRST, new Resolution.Ours(), SECOND, new Resolution.Theirs()), of("2=theirs", "ours"));
        assertEquals(Map.of(FIRST, new Resolution.Theirs(), SECOND, new Resolution.Theirs()), of("1=theirs", "theirs"));
    }

    @Test
    void aValueMayHoldAnything() {
        assertEquals(Map.of(FIRST, new Resolution.Value("a=b:c\nd")), of("1:a=b:c\nd"));
        assertEquals(Map.of(FIRST, new Resolution.Value("")), of("1:"));
        assertEquals(Map.of(FIRST, new Resolution.Value("ours")), of("1:ours"));
    }

    @Test
    void whatIsNoChoiceIsNamed() {
        for (String choice : List.of("", "both", "0=ours", "3=ours", "1=mine", "1", "1=", "-1=ours", "9999999=ours",
                "OURS")) {
            Fault fault = assertThrows(Fault.class, () -> of(choice), choice);
            assertEquals("review.no-choice", fault.code());
            assertEquals(List.of(choice, 2), fault.arguments());
        }
    }
}
