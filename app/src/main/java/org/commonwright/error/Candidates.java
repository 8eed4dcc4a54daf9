package org.commonwright.error;

import java.util.List;
import java.util.stream.Collectors;

/// What a beginning of an id may stand for, in a sentence: each by as many characters as tell it from the others.
public final class Candidates {
    private static final int SHORTEST = 12;
    private static final int MOST = 8;

    private Candidates() {}

    /// @param ids those that begin alike, all different
    /// @return the first few of them, in their order
    public static String of(List<String> ids) {
        int length = SHORTEST;
        while (begun(ids, length) < ids.size() && length < longest(ids)) {
            length++;
        }
        int shown = length;
        return ids.stream().limit(MOST).map(id -> id.substring(0, Math.min(shown, id.length())))
                .collect(Collectors.joining(", ")) + (ids.size() > MOST ? ", …" : "");
    }

    private static long begun(List<String> ids, int length) {
        return ids.stream().map(id -> id.substring(0, Math.min(length, id.length()))).distinct().count();
    }

    private static int longest(List<String> ids) {
        return ids.stream().mapToInt(String::length).max().orElse(0);
    }
}
