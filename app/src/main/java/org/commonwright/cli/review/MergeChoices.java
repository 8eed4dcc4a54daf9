package org.commonwright.cli.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;

/// What `--choose` says about the conflicts of a merge, numbered from 1: `N=ours`, `N=theirs`, `N:value`; `ours` or `theirs` for all
/// that nothing was said about before.
final class MergeChoices {
    private static final Pattern ONE = Pattern.compile("(\\d{1,6})(?:=(ours|theirs)|:(.*))", Pattern.DOTALL);

    private MergeChoices() {}

    /// @throws Fault `review.no-choice`
    static Map<MergeConflict, Resolution> of(List<MergeConflict> conflicts, List<String> choices) {
        Map<MergeConflict, Resolution> decided = new HashMap<>();
        for (String choice : choices) {
            if (choice.equals("ours") || choice.equals("theirs")) {
                conflicts.forEach(conflict -> decided.putIfAbsent(conflict, side(choice)));
                continue;
            }
            Matcher one = ONE.matcher(choice);
            int number = one.matches() ? Integer.parseInt(one.group(1)) : 0;
            if (number < 1 || number > conflicts.size()) {
                throw new Fault("review.no-choice", choice, conflicts.size());
            }
            decided.put(conflicts.get(number - 1),
                    one.group(2) == null ? new Resolution.Value(one.group(3)) : side(one.group(2)));
        }
        return decided;
    }

    private static Resolution side(String word) {
        return word.equals("ours") ? new Resolution.Ours() : new Resolution.Theirs();
    }
}
