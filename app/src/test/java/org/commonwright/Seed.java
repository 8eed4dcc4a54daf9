package org.commonwright;

/// Where the random cases of a test begin. It is the same for every build, so that one that fails does so again;
/// `-Dcommonwright.seed=…` tries others.
public final class Seed {
    private Seed() {}

    public static long chosen() {
        return Long.getLong("commonwright.seed", 20_261_130L);
    }
}
