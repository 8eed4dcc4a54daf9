package org.commonwright.gcode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// A program's problems: the first of each kind, and a count of the others, so that a file of a million bad lines stays
/// readable.
final class ProblemList {
    static final int EACH = 20;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    ProblemList(String file) {
        this.file = file;
    }

    void add(int line, boolean error, String code, Object... arguments) {
        if (counts.merge(code, 1, Integer::sum) <= EACH) {
            Place place = line == 0 ? Place.file(file) : Place.line(file, line);
            problems.add(
                    error ? Problem.error(place, code, arguments) : Problem.warning(place, code, arguments));
        }
    }

    List<Problem> build() {
        int more = counts.values().stream().mapToInt(n -> Math.max(0, n - EACH)).sum();
        if (more > 0) {
            problems.add(Problem.note(Place.file(file), "gcode.more", more));
        }
        return List.copyOf(problems);
    }
}
