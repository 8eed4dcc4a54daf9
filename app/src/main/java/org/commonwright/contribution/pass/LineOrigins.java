package org.commonwright.contribution.pass;

import java.util.Arrays;

/// For each line of a file the commit it comes from, as a number of the pass's commit table; runs of lines of one commit are
/// kept as one. Not changed once made, so that many commits share it.
public final class LineOrigins {
    /// Run after run: the commit, then the line after the run's last.
    private final int[] runs;

    private LineOrigins(int[] runs) {
        this.runs = runs;
    }

    static LineOrigins of(int[] commitOfLine) {
        int n = 0;
        for (int i = 0; i < commitOfLine.length; i++) {
            n += i == 0 || commitOfLine[i] != commitOfLine[i - 1] ? 1 : 0;
        }
        int[] runs = new int[2 * n];
        int at = -2;
        for (int i = 0; i < commitOfLine.length; i++) {
            if (i == 0 || commitOfLine[i] != commitOfLine[i - 1]) {
                at += 2;
                runs[at] = commitOfLine[i];
            }
            runs[at + 1] = i + 1;
        }
        return new LineOrigins(runs);
    }

    static LineOrigins ofRuns(int[] runs) {
        return new LineOrigins(runs);
    }

    int[] runs() {
        return runs;
    }

    public int lines() {
        return runs.length == 0 ? 0 : runs[runs.length - 1];
    }

    /// The commit of each line.
    public int[] expand() {
        int[] commits = new int[lines()];
        int from = 0;
        for (int i = 0; i < runs.length; i += 2) {
            Arrays.fill(commits, from, runs[i + 1], runs[i]);
            from = runs[i + 1];
        }
        return commits;
    }

    /// What [#forEachRun] calls.
    @FunctionalInterface
    public interface RunConsumer {
        void run(int commit, int lines);
    }

    public void forEachRun(RunConsumer consumer) {
        int from = 0;
        for (int i = 0; i < runs.length; i += 2) {
            consumer.run(runs[i], runs[i + 1] - from);
            from = runs[i + 1];
        }
    }
}
