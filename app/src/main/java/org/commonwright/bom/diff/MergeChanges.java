package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a merge does to ours, gathered before it is written.
///
/// @param writes by line of ours: what to write into which column; a new column is [MergedRows#NEW] and its number
/// @param headers new headers by column of ours
/// @param deleted lines of ours
/// @param dropped columns of ours
/// @param added columns of theirs, in the order in which they become new columns
/// @param theirsToResult where a column of theirs is in ours, or [MergedRows#NEW] and its number; absent when nowhere
/// @param inserted lines of theirs
record MergeChanges(Map<Integer, Map<Integer, String>> writes, Map<Integer, String> headers, Set<Integer> deleted,
        Set<Integer> dropped, List<Integer> added, Map<Integer, Integer> theirsToResult, Set<Integer> inserted) {
    MergeChanges() {
        this(new HashMap<>(), new TreeMap<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>(), new HashMap<>(),
                new HashSet<>());
    }

    void write(int line, int column, String value) {
        writes.computeIfAbsent(line, _ -> new TreeMap<>()).put(column, value);
    }
}
