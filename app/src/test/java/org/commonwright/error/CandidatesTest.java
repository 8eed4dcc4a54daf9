package org.commonwright.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Test
    void eachIsToldFromTheOthers() {
        assertEquals("0123456789ab, 0123456789ac",
                Candidates.of(List.of("0123456789abcdef", "0123456789acffff")));
        assertEquals("0123456789abcd1, 0123456789abcd2",
                Candidates.of(List.of("0123456789abcd1fff", "0123456789abcd2fff")));
        assertEquals("job, job-2", Candidates.of(List.of("job", "job-2")));
        String many = Candidates.of(IntStream.range(0, 100).mapToObj("id%06d"::formatted).toList());
        assertEquals(9, many.split(", ").length);
        assertEquals("…", many.split(", ")[8]);
    }
}
