package org.commonwright.review.merge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;

/// A file that is put together from pieces, some of which can be one thing or another: follows all the ways in which it can have
/// become what it is, so that none is missed. Which pieces were chosen does not matter, only how far in the file they reach.
public final class Woven {
    /// More ways than this, and every line looks like every other.
    private static final long MOST = 4_000_000;

    private final byte[] said;
    private final byte[] between;
    private int[] ends = {0};
    private long followed;

    /// @param said the whole file
    /// @param between what stands in front of a piece that would not begin on a line of its own; nothing when empty
    public Woven(byte[] said, byte[] between) {
        this.said = said;
        this.between = between;
    }

    /// The next piece.
    ///
    /// @param either what it can be
    /// @throws Fault `merging.too-alike` where there are too many ways to follow
    public void then(List<byte[]> either) {
        followed += (long) ends.length * either.size();
        if (followed > MOST) {
            throw new Fault("merging.too-alike");
        }
        IntStream.Builder next = IntStream.builder();
        for (int at : ends) {
            for (byte[] piece : either) {
                int end = behind(onItsLine(at, piece), piece);
                if (end >= 0) {
                    next.add(end);
                }
            }
        }
        ends = next.build().distinct().toArray();
    }

    /// Whether the pieces so far can be the whole file.
    public boolean isWhole() {
        return Arrays.stream(ends).anyMatch(end -> end == said.length);
    }

    private int onItsLine(int at, byte[] piece) {
        return piece.length == 0 || at == 0 || said[at - 1] == '\n' ? at : behind(at, between);
    }

    /// @return where a piece ends that stands here; negative when it does not
    private int behind(int at, byte[] piece) {
        boolean there = at >= 0 && piece.length <= said.length - at
                && Arrays.equals(said, at, at + piece.length, piece, 0, piece.length);
        return there ? at + piece.length : -1;
    }
}
