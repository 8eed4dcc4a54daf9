package org.commonwright.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/// A three-way merge of texts by lines: pieces that merged, and pieces that both sides changed differently.
public record TextMerge(List<Piece> pieces) {
    /// A run of lines.
    public sealed interface Piece {}

    /// Lines that are settled, with their line ends.
    public record Agreed(byte[] text) implements Piece {}

    /// Lines that both sides changed, each to something else.
    public record Conflict(byte[] base, byte[] ours, byte[] theirs) implements Piece {}

    public static TextMerge of(byte[] base, byte[] ours, byte[] theirs) {
        MergeResult<RawText> merged = new MergeAlgorithm(LineDiff.histogram()).merge(RawTextComparator.DEFAULT,
                new RawText(base), new RawText(ours), new RawText(theirs));
        var pieces = new ArrayList<Piece>();
        byte[] conflictOurs = new byte[0];
        byte[] conflictBase = new byte[0];
        for (MergeChunk chunk : merged) {
            byte[] text = lines(merged.getSequences().get(chunk.getSequenceIndex()), chunk.getBegin(),
                    chunk.getEnd());
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> pieces.add(new Agreed(text));
                case FIRST_CONFLICTING_RANGE -> {
                    conflictOurs = text;
                    conflictBase = new byte[0];
                }
                case BASE_CONFLICTING_RANGE -> conflictBase = text;
                case NEXT_CONFLICTING_RANGE -> pieces.add(new Conflict(conflictBase, conflictOurs, text));
            }
        }
        return new TextMerge(List.copyOf(pieces));
    }

    public boolean isClean() {
        return pieces.stream().allMatch(Agreed.class::isInstance);
    }

    public List<Conflict> conflicts() {
        return pieces.stream().filter(Conflict.class::isInstance).map(Conflict.class::cast).toList();
    }

    /// The merged text, each conflict replaced by what `choice` gives for it.
    public byte[] resolved(Function<Conflict, byte[]> choice) {
        var out = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            out.writeBytes(switch (piece) {
                case Agreed agreed -> agreed.text();
                case Conflict conflict -> choice.apply(conflict);
            });
        }
        return out.toByteArray();
    }

    private static byte[] lines(RawText text, int begin, int end) {
        var out = new ByteArrayOutputStream();
        for (int i = begin; i < end; i++) {
            write(text, i, out);
            if (i + 1 < text.size() || !text.isMissingNewlineAtEnd()) {
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static void write(RawText text, int line, ByteArrayOutputStream out) {
        try {
            text.writeLine(out, line);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }
}
