package org.commonwright.contribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A made-up history as a stream for `git fast-import`: edits, new files, moves with and without edits, branches, merges in
/// both directions, merges that change something themselves. Many lines are the same as others.
public final class RandomHistory {
    private static final List<String> PEOPLE = List.of("Ada <ada@example.org>", "Bo <bo@example.org>",
            "Cléo <cleo@example.org>", "robot[bot] <1+robot[bot]@users.noreply.example.org>");

    private final Random random;
    private final int words;
    private final List<TreeMap<String, List<String>>> commits = new ArrayList<>();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private int nextFile;

    public RandomHistory(long seed, int words) {
        this.random = new Random(seed);
        this.words = words;
    }

    /// @param branching how many of ten commits do not simply follow the last one
    public byte[] generate(int count, int files, int branching) throws IOException {
        var first = new TreeMap<String, List<String>>();
        for (int i = 0; i < files; i++) {
            first.put(newName(), text(20 + random.nextInt(60)));
        }
        commit(first, List.of());
        for (int i = 1; i < count; i++) {
            int last = commits.size() - 1;
            if (random.nextInt(10) >= branching) {
                commit(changed(commits.get(last)), List.of(last));
            } else if (random.nextBoolean()) {
                int from = Math.max(0, last - random.nextInt(12));
                commit(changed(commits.get(from)), List.of(from));
            } else {
                merge(last);
            }
        }
        mergeHeads();
        return stream.toByteArray();
    }

    private void merge(int last) throws IOException {
        int a = Math.max(0, last - random.nextInt(6));
        int b = Math.max(0, last - random.nextInt(12));
        if (a == b) {
            commit(changed(commits.get(a)), List.of(a));
        } else {
            commit(merged(commits.get(a), commits.get(b)), List.of(a, b));
        }
    }

    /// So that everything is reached from the last commit.
    private void mergeHeads() throws IOException {
        int last = commits.size() - 1;
        List<Integer> parents = new ArrayList<>(List.of(last));
        for (int i = Math.max(0, last - 3); i < last; i++) {
            parents.add(i);
        }
        TreeMap<String, List<String>> files = new TreeMap<>(commits.get(last));
        for (int p : parents) {
            files = merged(files, commits.get(p));
        }
        commit(files, parents);
    }

    private TreeMap<String, List<String>> merged(Map<String, List<String>> a, Map<String, List<String>> b) {
        var files = new TreeMap<String, List<String>>();
        Set<String> names = new LinkedHashSet<>(a.keySet());
        if (random.nextInt(4) > 0) {
            names.addAll(b.keySet());
        }
        for (String name : names) {
            List<String> x = a.getOrDefault(name, b.get(name));
            List<String> y = b.getOrDefault(name, x);
            files.put(name, switch (random.nextInt(4)) {
                case 0 -> x;
                case 1 -> y;
                default -> mixed(x, y);
            });
        }
        return random.nextInt(4) == 0 ? changed(files) : files;
    }

    /// Stretches of one and the other.
    private List<String> mixed(List<String> x, List<String> y) {
        List<String> lines = new ArrayList<>();
        boolean first = random.nextBoolean();
        for (int i = 0; i < Math.max(x.size(), y.size());) {
            int end = i + 1 + random.nextInt(20);
            List<String> from = first ? x : y;
            lines.addAll(from.subList(Math.min(i, from.size()), Math.min(end, from.size())));
            i = end;
            first = !first;
        }
        return lines;
    }

    private TreeMap<String, List<String>> changed(Map<String, List<String>> before) {
        var files = new TreeMap<>(before);
        for (int n = 1 + random.nextInt(3); n > 0 && !files.isEmpty(); n--) {
            List<String> names = List.copyOf(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(12)) {
                case 0 -> files.put(newName(), text(random.nextInt(60)));
                case 1 -> {
                    if (files.size() > 2) {
                        files.remove(name);
                    }
                }
                case 2 -> files.put(newName(), files.remove(name));
                case 3, 4 -> files.put(random.nextBoolean() ? newName() : moved(name), edited(files.remove(name)));
                default -> files.put(name, edited(files.get(name)));
            }
        }
        return files;
    }

    private List<String> edited(List<String> old) {
        List<String> lines = new ArrayList<>(old);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(lines.size() + 1);
            int length = Math.min(random.nextInt(6), lines.size() - at);
            switch (random.nextInt(5)) {
                case 0 -> lines.subList(at, at + length).clear();
                case 1 -> lines.addAll(at, List.copyOf(lines.subList(at, at + length)));
                case 2 -> {
                    List<String> block = List.copyOf(lines.subList(at, at + length));
                    lines.subList(at, at + length).clear();
                    lines.addAll(random.nextInt(lines.size() + 1), block);
                }
                default -> lines.addAll(at, text(1 + random.nextInt(4)));
            }
        }
        return lines;
    }

    private List<String> text(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(8);
            lines.add(kind == 0 ? "" : kind == 1 ? "}" : "  ".repeat(random.nextInt(3)) + "w" + random.nextInt(words));
        }
        return lines;
    }

    private String newName() {
        return "d" + random.nextInt(3) + "/f" + nextFile++ + ".txt";
    }

    /// The same name in another folder.
    private String moved(String name) {
        return "moved" + nextFile++ + "/" + name.substring(name.lastIndexOf('/') + 1);
    }

    private void commit(TreeMap<String, List<String>> files, List<Integer> parents) throws IOException {
        int mark = commits.size() + 1;
        String who = PEOPLE.get(random.nextInt(PEOPLE.size())) + " " + (1_700_000_000 + mark * 60) + " +0000";
        print("commit refs/heads/c" + mark + "\nmark :" + mark + "\nauthor " + who + "\ncommitter " + who + "\n");
        data("Change " + mark + (random.nextInt(5) == 0 ? "\n\nCo-authored-by: Dee <dee@example.org>\n" : "\n"));
        for (int i = 0; i < parents.size(); i++) {
            print((i == 0 ? "from :" : "merge :") + (parents.get(i) + 1) + "\n");
        }
        print("deleteall\n");
        for (var file : files.entrySet()) {
            print("M 100644 inline " + file.getKey() + "\n");
            data(file.getValue().isEmpty() ? "" : String.join("\n", file.getValue()) + "\n");
        }
        print("\n");
        commits.add(files);
    }

    private void data(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        print("data " + bytes.length + "\n");
        stream.write(bytes);
        print("\n");
    }

    private void print(String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
