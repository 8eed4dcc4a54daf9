package org.commonwright.review.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Merges a manifest in TOML field by field: what one side changed is taken, what both changed otherwise is asked. The result is ours
/// with theirs' changes in place, so that order, spaces and comments stay; comments of both sides are kept.
public final class ManifestMerge implements FieldMerge {
    private static final TomlMapper TOML = new TomlMapper();

    private final SequencedMap<String, TomlEntry> base;
    private final SequencedMap<String, TomlEntry> ours;
    private final SequencedMap<String, TomlEntry> theirs;
    private final String tail;
    private final List<Field> conflicts = new ArrayList<>();

    private ManifestMerge(TomlEntries base, TomlEntries ours, TomlEntries theirs) {
        this.base = byId(base);
        this.ours = byId(ours);
        this.theirs = byId(theirs);
        this.tail = notes(base.tail(), ours.tail(), theirs.tail());
        Set<String> ids = new LinkedHashSet<>(this.ours.keySet());
        ids.addAll(this.theirs.keySet());
        for (String id : ids) {
            if (isAsked(id)) {
                conflicts.add(
                        new Field(id, text(this.base.get(id)), text(this.ours.get(id)), text(this.theirs.get(id))));
            }
        }
    }

    /// @return empty when one of them cannot be taken apart safely: it is then a text like others
    public static Optional<ManifestMerge> of(byte[] base, byte[] ours, byte[] theirs) {
        Optional<TomlEntries> b = entries(base, null);
        String end = new String(ours, StandardCharsets.ISO_8859_1).contains("\r\n") ? "\r\n" : "\n";
        Optional<TomlEntries> o = entries(ours, null);
        Optional<TomlEntries> t = entries(theirs, end);
        if (b.isEmpty() || o.isEmpty() || t.isEmpty()) {
            return Optional.empty();
        }
        var merge = new ManifestMerge(b.get(), o.get(), t.get());
        return isToml(merge.resolved(Field::ours)) && isToml(merge.resolved(Field::theirs))
                ? Optional.of(merge)
                : Optional.empty();
    }

    @Override
    public List<Field> conflicts() {
        return List.copyOf(conflicts);
    }

    @Override
    public byte[] resolved(Function<Field, String> choice) {
        Map<String, String> chosen = conflicts.stream().collect(Collectors.toMap(Field::id, choice));
        List<TomlEntry> out = new ArrayList<>();
        var carried = new StringBuilder();
        for (TomlEntry entry : ours.values()) {
            String text = chosen.getOrDefault(entry.id(), now(entry.id()));
            String lead = lead(entry.id());
            if (!text.isEmpty()) {
                out.add(entry.with(carried + lead, text));
                carried.setLength(0);
            } else if (!entry.lead().equals(lead(base.get(entry.id())))) {
                // The field goes; what ours noted above it stays.
                carried.append(lead);
            }
        }
        carried.append(add(out, chosen));
        out.removeIf(entry -> entry.isHeader() && isLeft(entry, out));
        var text = new StringBuilder();
        for (TomlEntry entry : out) {
            append(text, entry.lead());
            append(text, entry.text());
        }
        append(text, carried.toString());
        append(text, tail);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Read from what the fields say there. Where what was chosen changes what a table is told apart by, it is not found so.
    @Override
    public boolean canSay(byte[] said) {
        Optional<TomlEntries> entries = entries(said, null);
        if (entries.isEmpty()) {
            return false;
        }
        SequencedMap<String, TomlEntry> there = byId(entries.get());
        return Arrays.equals(said, resolved(field -> {
            String now = text(there.get(field.id())).strip();
            return Stream.of(field.ours(), field.theirs(), field.base()).filter(text -> text.strip().equals(now))
                    .findFirst().orElse(field.ours());
        }));
    }

    /// On a line of its own.
    private static void append(StringBuilder text, String more) {
        boolean open = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
        text.append(open && !more.isEmpty() ? text.indexOf("\r\n") >= 0 ? "\r\n" : "\n" : "").append(more);
    }

    /// Fields of theirs that ours does not have, each behind the one that it follows there.
    ///
    /// @return what theirs noted above fields that go, where no field of theirs follows to carry it
    private String add(List<TomlEntry> out, Map<String, String> chosen) {
        @Nullable
        TomlEntry before = null;
        String orphan = "";
        for (TomlEntry entry : theirs.values()) {
            String text = chosen.getOrDefault(entry.id(), now(entry.id()));
            if (!ours.containsKey(entry.id()) && !text.isEmpty()) {
                out.add(place(out, entry, before), entry.with(entry.lead(), text));
            }
            int at = index(out, entry.section(), entry.key());
            if (at >= 0) {
                TomlEntry there = out.get(at);
                out.set(at, there.with(orphan + there.lead(), there.text()));
                orphan = "";
                before = entry;
            } else if (!entry.lead().equals(lead(base.get(entry.id())))) {
                orphan += entry.lead();
            }
        }
        return orphan;
    }

    private static int place(List<TomlEntry> out, TomlEntry entry, @Nullable TomlEntry before) {
        int at = before == null ? -1 : index(out, before.section(), before.key());
        if (entry.isHeader()) {
            // A table goes behind the whole of the one before it.
            do {
                at++;
            } while (at < out.size() && !out.get(at).isHeader());
            return at;
        }
        if (at < 0 || !out.get(at).section().equals(entry.section())) {
            at = index(out, entry.section(), "");
        }
        return at + 1;
    }

    private static int index(List<TomlEntry> out, String section, String key) {
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).key().equals(key) && out.get(i).section().equals(section)) {
                return i;
            }
        }
        return -1;
    }

    /// A header that a side took out goes when nothing stands below it any more.
    private boolean isLeft(TomlEntry header, List<TomlEntry> out) {
        boolean gone = !ours.containsKey(header.id()) || !theirs.containsKey(header.id());
        return gone && (header.lead().isBlank() || header.lead().equals(lead(base.get(header.id()))))
                && base.containsKey(header.id()) && out.stream()
                        .noneMatch(entry -> !entry.isHeader() && entry.section().equals(header.section()));
    }

    private boolean isAsked(String id) {
        TomlEntry b = base.get(id);
        TomlEntry o = ours.get(id);
        TomlEntry t = theirs.get(id);
        TomlEntry any = o == null ? t : o;
        return any != null && !any.isHeader() && !same(o, t) && !same(b, o) && !same(b, t);
    }

    /// The lines of a field that is not in question; empty when it goes.
    private String now(String id) {
        TomlEntry b = base.get(id);
        TomlEntry o = ours.get(id);
        TomlEntry t = theirs.get(id);
        TomlEntry any = o == null ? t : o;
        if (any != null && any.isHeader()) {
            return any.text();
        }
        boolean ourWords = !same(b, o) || o != null && same(o, t);
        return text(ourWords ? o : t);
    }

    private String lead(String id) {
        return notes(lead(base.get(id)), lead(ours.get(id)), lead(theirs.get(id)));
    }

    /// Comments above a field: of the side that changed them; where both did, ours and the lines that only theirs have.
    static String notes(String base, String ours, String theirs) {
        if (ours.equals(base)) {
            return theirs;
        }
        if (theirs.equals(base) || theirs.equals(ours)) {
            return ours;
        }
        Set<String> known = ours.lines().collect(Collectors.toSet());
        String more = List.of(theirs.split("(?<=\n)")).stream().filter(line -> !line.isBlank())
                .filter(line -> !known.contains(line.stripTrailing())).collect(Collectors.joining());
        return ours + more;
    }

    private static boolean same(@Nullable TomlEntry a, @Nullable TomlEntry b) {
        return a == null ? b == null : b != null && a.saysLike(b);
    }

    private static String text(@Nullable TomlEntry entry) {
        return entry == null ? "" : entry.text();
    }

    private static String lead(@Nullable TomlEntry entry) {
        return entry == null ? "" : entry.lead();
    }

    private static SequencedMap<String, TomlEntry> byId(TomlEntries entries) {
        SequencedMap<String, TomlEntry> map = new LinkedHashMap<>();
        entries.entries().forEach(entry -> map.put(entry.id(), entry));
        return map;
    }

    private static Optional<TomlEntries> entries(byte[] bytes, @Nullable String end) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return isToml(bytes)
                    ? TomlEntries.of(end == null ? text : text.replace("\r\n", "\n").replace("\n", end))
                    : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isToml(byte[] bytes) {
        try {
            TOML.readTree(new String(bytes, StandardCharsets.UTF_8));
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
