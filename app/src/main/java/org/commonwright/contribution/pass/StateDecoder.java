package org.commonwright.contribution.pass;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// Reads what [StateEncoder] wrote. The file's checksum has been looked at before.
final class StateDecoder {
    private static final int ID_BYTES = 20;

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, RepoPath> paths = new HashMap<>();

    StateDecoder(DataInputStream in) {
        this.in = in;
    }

    SavedStates read() throws IOException {
        for (int left = number(); left > 0; left--) {
            texts.add(new String(in.readNBytes(number()), StandardCharsets.UTF_8));
        }
        CommitTable commits = commits();
        List<FileState> entries = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            entries.add(entry(entries));
        }
        Map<CommitId, Map<RepoPath, FileState>> states = new LinkedHashMap<>();
        Map<RepoPath, FileState> before = new HashMap<>();
        for (int left = number(); left > 0; left--) {
            CommitId commit = commits.row(number()).id();
            before = state(before, entries);
            states.put(commit, before);
        }
        Set<String> missing = new TreeSet<>();
        for (int left = number(); left > 0; left--) {
            missing.add(id());
        }
        return new SavedStates(commits, states, missing);
    }

    private CommitTable commits() throws IOException {
        var commits = new CommitTable();
        Map<Person, Person> same = new HashMap<>();
        for (int left = number(); left > 0; left--) {
            var id = new CommitId(id());
            List<Integer> parents = new ArrayList<>();
            for (int p = number(); p > 0; p--) {
                parents.add(number());
            }
            List<Person> people = new ArrayList<>();
            for (int p = number(); p > 0; p--) {
                var person = new Person(texts.get(number()), texts.get(number()));
                people.add(same.computeIfAbsent(person, k -> k));
            }
            long when = in.readLong();
            List<Change> changes = new ArrayList<>();
            for (int c = number(); c > 0; c--) {
                RepoPath file = path(number());
                int from = number();
                changes.add(new Change(file, from == 0 ? null : path(from - 1), delta()));
            }
            commits.add(new Row(id, List.copyOf(parents), List.copyOf(people), when, List.copyOf(changes)));
        }
        return commits;
    }

    private LineDelta delta() throws IOException {
        int[] pairs = new int[2 * number()];
        int commit = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            commit += number();
            int lines = number();
            pairs[i] = commit;
            pairs[i + 1] = lines >>> 1 ^ -(lines & 1);
        }
        return LineDelta.ofPairs(pairs);
    }

    private FileState entry(List<FileState> before) throws IOException {
        String blob = id();
        int count = number() - 1;
        if (count < 0) {
            int asleep = number() - 1;
            return new FileState(blob, null, asleep < 0 ? null : before.get(asleep));
        }
        int[] runs = new int[count * 2];
        int line = 0;
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = number();
            line += number();
            runs[i + 1] = line;
        }
        return new FileState(blob, LineOrigins.ofRuns(runs));
    }

    private Map<RepoPath, FileState> state(Map<RepoPath, FileState> before, List<FileState> entries)
            throws IOException {
        Map<RepoPath, FileState> state = new HashMap<>(before);
        for (int left = number(); left > 0; left--) {
            state.remove(path(number()));
        }
        for (int left = number(); left > 0; left--) {
            state.put(path(number()), entries.get(number()));
        }
        return state;
    }

    private RepoPath path(int text) {
        return paths.computeIfAbsent(text, t -> new RepoPath(texts.get(t)));
    }

    private String id() throws IOException {
        return HexFormat.of().formatHex(in.readNBytes(ID_BYTES));
    }

    private int number() throws IOException {
        int n = 0;
        for (int shift = 0;; shift += 7) {
            int b = in.readUnsignedByte();
            n |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return n;
            }
        }
    }
}
