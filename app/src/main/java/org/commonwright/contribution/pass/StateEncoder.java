package org.commonwright.contribution.pass;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// Writes saved states: texts once, file states once, each commit's files as what differs from the commit before.
final class StateEncoder {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<FileState, Integer> entries = new IdentityHashMap<>();
    private final List<FileState> entryList = new ArrayList<>();

    StateEncoder(DataOutputStream out) {
        this.out = out;
    }

    void write(SavedStates saved) throws IOException {
        collect(saved);
        number(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            out.write(bytes);
        }
        commits(saved.commits());
        number(entryList.size());
        for (FileState entry : entryList) {
            entry(entry);
        }
        number(saved.states().size());
        Map<RepoPath, FileState> before = Map.of();
        for (var state : saved.states().entrySet()) {
            number(saved.commits().number(state.getKey()));
            state(before, state.getValue());
            before = state.getValue();
        }
        number(saved.missing().size());
        for (String blob : saved.missing()) {
            id(blob);
        }
    }

    private void collect(SavedStates saved) {
        for (int i = 0; i < saved.commits().size(); i++) {
            Row row = saved.commits().row(i);
            for (Person person : row.people()) {
                text(person.name());
                text(person.email());
            }
            row.changes().forEach(change -> {
                text(change.file().text());
                if (change.from() != null) {
                    text(change.from().text());
                }
            });
        }
        for (Map<RepoPath, FileState> state : saved.states().values()) {
            state.forEach((path, entry) -> {
                text(path.text());
                collect(entry);
            });
        }
    }

    /// What is asleep in an entry stands before it.
    private void collect(FileState entry) {
        if (!entries.containsKey(entry)) {
            if (entry.asleep() != null) {
                collect(entry.asleep());
            }
            entries.put(entry, entryList.size());
            entryList.add(entry);
        }
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, _ -> texts.size());
    }

    private void commits(CommitTable commits) throws IOException {
        number(commits.size());
        for (int i = 0; i < commits.size(); i++) {
            Row row = commits.row(i);
            id(row.id().hex());
            number(row.parents().size());
            for (int parent : row.parents()) {
                number(parent);
            }
            number(row.people().size());
            for (Person person : row.people()) {
                number(text(person.name()));
                number(text(person.email()));
            }
            out.writeLong(row.when());
            number(row.changes().size());
            for (Change change : row.changes()) {
                number(text(change.file().text()));
                number(change.from() == null ? 0 : text(change.from().text()) + 1);
                delta(change.lines().pairs());
            }
        }
    }

    private void delta(int[] pairs) throws IOException {
        number(pairs.length / 2);
        int before = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            number(pairs[i] - before);
            number(pairs[i + 1] << 1 ^ pairs[i + 1] >> 31);
            before = pairs[i];
        }
    }

    private void entry(FileState entry) throws IOException {
        id(entry.blob());
        LineOrigins origins = entry.origins();
        int[] runs = origins == null ? new int[0] : origins.runs();
        number(origins == null ? 0 : runs.length / 2 + 1);
        if (origins == null) {
            number(entry.asleep() == null ? 0 : entries.get(entry.asleep()) + 1);
        }
        int from = 0;
        for (int i = 0; i < runs.length; i += 2) {
            number(runs[i]);
            number(runs[i + 1] - from);
            from = runs[i + 1];
        }
    }

    private void state(Map<RepoPath, FileState> before, Map<RepoPath, FileState> now) throws IOException {
        List<RepoPath> gone = before.keySet().stream().filter(p -> !now.containsKey(p)).toList();
        number(gone.size());
        for (RepoPath path : gone) {
            number(text(path.text()));
        }
        Map<RepoPath, FileState> changed = new HashMap<>();
        now.forEach((path, entry) -> {
            if (before.get(path) != entry) {
                changed.put(path, entry);
            }
        });
        number(changed.size());
        for (var file : changed.entrySet()) {
            number(text(file.getKey().text()));
            number(entries.get(file.getValue()));
        }
    }

    private void id(String hex) throws IOException {
        out.write(HexFormat.of().parseHex(hex));
    }

    /// Seven bits a byte, the lowest first.
    private void number(int n) throws IOException {
        int left = n;
        while ((left & ~0x7f) != 0) {
            out.writeByte(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.writeByte(left);
    }
}
