package org.commonwright.contribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A made-up history that grows as those of designs do: a few files in a few modules at first, more as time goes by, one to three
/// of them changed in each commit, some moved; now and then a branch of a few commits that is merged. Written as it is made, so that
/// it may be as long as one likes.
public final class GrownHistory {
    private static final int WORDS = 2_000;
    private static final int LONGEST = 400;

    private final Random random;
    private final int branchEvery;
    private final OutputStream out;
    private final Map<String, List<String>> files = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private int mark;
    private int made;

    /// @param branchEvery after how many commits a branch is merged; 0 for a straight history
    public GrownHistory(long seed, int branchEvery, OutputStream out) {
        this.random = new Random(seed);
        this.branchEvery = branchEvery;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /// Writes a stream for `git fast-import`; the last commit is that of the branch `main`.
    ///
    /// @param files how many there are at the end
    public void write(int commits, int files) throws IOException {
        int tip = 0;
        while (mark < commits) {
            while (names.size() < 4 + (long) files * mark / commits) {
                add();
            }
            if (branchEvery > 0 && mark > 0 && mark % branchEvery == 0 && mark + 4 < commits) {
                tip = branch(tip);
            } else {
                tip = commit(tip, 0, changed(names));
            }
        }
        out.flush();
    }

    /// Two commits on either side, on files of their own, and the merge.
    private int branch(int from) throws IOException {
        int half = names.size() / 2;
        int left = commit(from, 0, changed(names.subList(0, half)));
        Map<String, String> right = changed(names.subList(half, names.size()));
        int other = commit(from, 0, right);
        return commit(left, other, right);
    }

    private void add() {
        String name = "modules/m" + random.nextInt(12) + "/file-" + made++ + (made % 3 == 0 ? ".scad" : ".md");
        files.put(name, text(20 + random.nextInt(120)));
        names.add(name);
    }

    /// By name what is written: the text of a file, or an empty one for a file that is gone.
    private Map<String, String> changed(List<String> among) {
        Map<String, String> written = new TreeMap<>();
        if (mark == 0) {
            names.forEach(name -> written.put(name, whole(name)));
            return written;
        }
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(among.size());
            String name = among.get(at);
            edit(files.get(name));
            if (random.nextInt(200) == 0) {
                String moved = "modules/m" + random.nextInt(12) + "/moved-" + made++ + ".md";
                files.put(moved, files.remove(name));
                among.set(at, moved);
                written.put(name, "");
                name = moved;
            }
            written.put(name, whole(name));
        }
        return written;
    }

    private String whole(String name) {
        return String.join("\n", files.get(name)) + "\n";
    }

    private void edit(List<String> lines) {
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(lines.size());
            int length = Math.min(1 + random.nextInt(4), lines.size() - at);
            if (lines.size() > LONGEST || random.nextInt(3) == 0 && lines.size() > 10) {
                lines.subList(at, at + length).clear();
            }
            lines.addAll(at, text(1 + random.nextInt(5)));
        }
    }

    private List<String> text(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(8);
            lines.add(kind == 0
                    ? ""
                    : kind == 1
                            ? "}"
                            : "  ".repeat(random.nextInt(3)) + "word" + random.nextInt(WORDS)
                                    + " of line " + random.nextInt(WORDS));
        }
        return lines;
    }

    private int commit(int from, int merged, Map<String, String> written) throws IOException {
        mark++;
        String who = "P" + random.nextInt(12) + " <p@example.org> " + (1_600_000_000 + mark * 600L) + " +0000";
        print("commit refs/heads/main\nmark :" + mark + "\nauthor " + who + "\ncommitter " + who + "\ndata 1\nx\n");
        if (from > 0) {
            print("from :" + from + "\n");
        }
        if (merged > 0) {
            print("merge :" + merged + "\n");
        }
        for (Map.Entry<String, String> file : written.entrySet()) {
            if (file.getValue().isEmpty()) {
                print("D " + file.getKey() + "\n");
            } else {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                print("M 100644 inline " + file.getKey() + "\ndata " + bytes.length + "\n");
                out.write(bytes);
                print("\n");
            }
        }
        print("\n");
        return mark;
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
