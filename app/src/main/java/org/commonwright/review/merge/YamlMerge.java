package org.commonwright.review.merge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.design.manifest.ManifestReader;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Merges a manifest in YAML field by field, as [ManifestMerge] does those in TOML: ours with theirs' changes in place; what neither
/// changed stays byte for byte, comments of both sides are kept.
public final class YamlMerge implements FieldMerge {
    private static final RepoPath FILE = new RepoPath("okh.yaml");
    /// Anchors, aliases, tags, merged maps, keys that are more than a text, more documents than one.
    private static final Pattern TRICKS = Pattern
            .compile("(?m)(?:[:-]\\s++[&*!]\\S|^[^\\S\\n]*+(?:(?<=\\t)|<<\\s*+:|\\?\\s|%|\\.\\.\\.|[&*!]))");

    private final List<Piece> pieces;
    private final String end;

    /// A part of the merged file.
    sealed interface Piece {
        /// Lines that are settled.
        record Lines(String text) implements Piece {}

        /// A field that is asked.
        record Asked(Field field) implements Piece {}
    }

    private YamlMerge(List<Piece> pieces, String end) {
        this.pieces = pieces;
        this.end = end;
    }

    /// @return empty when one of them cannot be taken apart safely: it is then a text like others
    public static Optional<FieldMerge> of(byte[] base, byte[] ours, byte[] theirs) {
        Optional<String> b = text(base);
        Optional<String> o = text(ours);
        Optional<String> t = text(theirs);
        if (b.isEmpty() || o.isEmpty() || t.isEmpty()) {
            return Optional.empty();
        }
        String raw = new String(ours, StandardCharsets.UTF_8);
        String end = raw.contains("\r\n") ? "\r\n" : "\n";
        if (!o.get().replace("\n", end).equals(raw)) {
            return Optional.empty();
        }
        return new YamlFields().merge(b.get(), o.get(), t.get()).map(pieces -> new YamlMerge(pieces, end))
                .filter(merge -> isReadable(merge.resolved(Field::ours)) && isReadable(merge.resolved(Field::theirs)))
                .map(FieldMerge.class::cast);
    }

    @Override
    public List<Field> conflicts() {
        return pieces.stream().flatMap(piece -> piece instanceof Piece.Asked(var field)
                ? Stream.of(field)
                : Stream.empty()).toList();
    }

    @Override
    public byte[] resolved(Function<Field, String> choice) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            append(text, switch (piece) {
                case Piece.Lines(var lines) -> lines;
                case Piece.Asked(var field) -> choice.apply(field).replace("\r\n", "\n");
            });
        }
        return text.toString().replace("\n", end).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean canSay(byte[] said) {
        var woven = new Woven(said, bytes("\n"));
        for (Piece piece : pieces) {
            woven.then(switch (piece) {
                case Piece.Lines(var lines) -> List.of(bytes(lines));
                case Piece.Asked(var field) -> Stream.of(field.ours(), field.theirs(), field.base()).distinct()
                        .map(this::bytes).toList();
            });
        }
        return woven.isWhole();
    }

    private byte[] bytes(String lines) {
        return lines.replace("\n", end).getBytes(StandardCharsets.UTF_8);
    }

    /// On a line of its own.
    private static void append(StringBuilder text, String more) {
        boolean open = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
        text.append(open && !more.isEmpty() ? "\n" : "").append(more);
    }

    /// With `\n` at the ends of its lines; empty when it is not written plainly.
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
                    .replace("\r\n", "\n");
            boolean plain = bytes.length == 0 || isReadable(bytes) && !TRICKS.matcher(text).find()
                    && text.indexOf('\r') < 0 && text.lines().filter(line -> line.strip().equals("---")).count() <= 1;
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        return ManifestReader.tree(FILE, FILE.text(), bytes, problems::add).isPresent() && problems.isEmpty();
    }
}
