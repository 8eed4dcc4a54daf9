package org.commonwright.review;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The branches that a host guards, and names that some disks take for theirs: `MAIN` beside `main`, or a folder `Main/`. There a
/// push of such a name would move or hide the guarded branch.
///
/// @param names short, as they are spelt
record GuardedNames(List<String> names) {
    /// Stands for bytes of a name that the host's own encoding does not know.
    private static final String UNREADABLE = "\uFFFD+";

    GuardedNames {
        names = List.copyOf(names);
    }

    boolean has(String branch) {
        return names.contains(branch);
    }

    /// The guarded branch that a name could be taken for.
    Optional<String> like(String branch) {
        return has(branch) ? Optional.empty() : names.stream().filter(name -> clash(branch, name)).findFirst();
    }

    private static boolean clash(String branch, String name) {
        String guarded = folded(name);
        String[] parts = folded(branch).split(UNREADABLE, -1);
        String one = String.join(".*", Arrays.stream(parts).map(Pattern::quote).toList());
        // Git itself keeps a branch and a folder of the same spelling apart.
        boolean nested = !branch.startsWith(name + "/") && !name.startsWith(branch + "/");
        return guarded.matches(one)
                || nested && (folded(branch).startsWith(guarded + "/") || guarded.matches(one + "/.*"));
    }

    /// As disks compare: capitals, letters that are capitals of others (the Kelvin sign, the long s), and signs without width.
    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
