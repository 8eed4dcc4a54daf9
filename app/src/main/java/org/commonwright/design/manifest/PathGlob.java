package org.commonwright.design.manifest;

import java.util.Arrays;

/// A pattern of paths as `REUSE.toml` has it: `*` is everything but a slash, `**` everything, a backslash takes the meaning from what
/// follows. (REUSE 3.3, "REUSE.toml".) It takes time in proportion to both lengths, whatever somebody wrote.
final class PathGlob {
    private static final int PART = -1;
    private static final int ALL = -2;

    /// Characters, and the two stars.
    private final int[] signs;
    private final int least;

    private PathGlob(int[] signs) {
        this.signs = signs;
        this.least = (int) Arrays.stream(signs).filter(sign -> sign >= 0).count();
    }

    static PathGlob of(String written) {
        int[] signs = new int[written.length()];
        int count = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                signs[count++] = written.charAt(++i);
            } else if (c == '*') {
                int first = i;
                while (i + 1 < written.length() && written.charAt(i + 1) == '*') {
                    i++;
                }
                signs[count++] = i > first ? ALL : PART;
            } else {
                signs[count++] = c;
            }
        }
        return new PathGlob(Arrays.copyOf(signs, count));
    }

    boolean matches(String path) {
        if (least > path.length()) {
            return false;
        }
        // Whether the pattern from a sign on fits the path from a place on, for all signs at once, from the end of the path.
        boolean[] next = new boolean[signs.length + 1];
        for (int at = path.length(); at >= 0; at--) {
            boolean[] here = new boolean[signs.length + 1];
            here[signs.length] = at == path.length();
            for (int sign = signs.length - 1; sign >= 0; sign--) {
                here[sign] = fits(signs[sign], at < path.length() ? path.charAt(at) : -1, here[sign + 1], next, sign);
            }
            next = here;
        }
        return next[0];
    }

    private static boolean fits(int sign, int character, boolean without, boolean[] next, int at) {
        return switch (sign) {
            case ALL -> without || character >= 0 && next[at];
            case PART -> without || character >= 0 && character != '/' && next[at];
            default -> sign == character && next[at + 1];
        };
    }
}
