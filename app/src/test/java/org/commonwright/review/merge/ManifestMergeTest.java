package org.commonwright.review.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.review.merge.FieldMerge.Field;
import org.junit.jupiter.api.Test;

class ManifestMergeTest {
    private static final int CASES = Integer.getInteger("commonwright.manifest-merges", 500);
    private static final String BASE = """
            # A lamp.
            okhv = "2.4"
            name = "Lamp"   # as people say
            version = "1"

            [licensor]
            name = "Ada"

            [[part]]
            name = "arm"
            source = [
              "arm.scad",
            ]
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ManifestMerge merge(String base, String ours, String theirs) {
        return ManifestMerge.of(bytes(base), bytes(ours), bytes(theirs)).orElseThrow();
    }

    private static String ours(ManifestMerge merge) {
        return new String(merge.resolved(Field::ours), StandardCharsets.UTF_8);
    }

    @Test
    void bothAddAndChangeNextToEachOther() {
        String ours = BASE.replace("version = \"1\"", "version = \"2\"\nrepo = \"https://a.invalid\"");
        String theirs = BASE.replace("version = \"1\"", "# said by theirs\nversion = '1'\nlicense = \"MIT\"")
                .replace("\"arm.scad\",\n", "\"arm.scad\",\n  \"arm2.scad\",\n")
                + "\n[[part]]\nname = \"foot\"\nmass = 3\n";
        ManifestMerge merge = merge(BASE, ours, theirs);
        assertEquals(List.of(), merge.conflicts());
        assertEquals("""
                # A lamp.
                okhv = "2.4"
                name = "Lamp"   # as people say
                # said by theirs
                version = "2"
                license = "MIT"
                repo = "https://a.invalid"

                [licensor]
                name = "Ada"

                [[part]]
                name = "arm"
                source = [
                  "arm.scad",
                  "arm2.scad",
                ]

                [[part]]
                name = "foot"
                mass = 3
                """, ours(merge));
    }

    @Test
    void whatBothChangedIsAskedByField() {
        ManifestMerge merge = merge(BASE, BASE.replace("\"Ada\"", "\"Bob\""), BASE.replace("\"Ada\"", "\"Eve\""));
        Field field = merge.conflicts().getFirst();
        assertEquals("licensor\nname", field.id());
        assertEquals("name = \"Eve\"\n", field.theirs());
        assertEquals(BASE.replace("Ada", "Eve"), new String(merge.resolved(Field::theirs), StandardCharsets.UTF_8));
        ManifestMerge gone = merge(BASE, BASE.replace("\n[licensor]\nname = \"Ada\"\n", ""),
                BASE.replace("\"Ada\"", "\"Eve\""));
        assertEquals("", gone.conflicts().getFirst().ours());
        assertTrue(new String(gone.resolved(Field::theirs), StandardCharsets.UTF_8)
                .contains("[licensor]\nname = \"Eve\""));
        assertEquals(BASE.replace("\n[licensor]\nname = \"Ada\"\n", ""), ours(gone));
    }

    @Test
    void whatCannotBeTakenApartIsLeftToTheLines() {
        assertEquals(Optional.empty(), ManifestMerge.of(bytes(BASE), bytes(BASE + "oops"), bytes(BASE)));
        assertEquals(Optional.empty(), ManifestMerge.of(bytes(BASE), bytes(BASE + "x = \"\"\"never"), bytes(BASE)));
    }

    /// Every field says what the three-way rule says, or is asked; no comment of either side is lost.
    @Test
    void randomEditsLoseNothing() throws JsonProcessingException {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            SequencedMap<String, String> base = new LinkedHashMap<>();
            for (String key : List.of("a", "b", "t.x", "t.y", "u.x", "u.z")) {
                base.put(key, "\"0\"");
            }
            Map<String, String> ours = edited(base, random);
            Map<String, String> theirs = edited(base, random);
            String o = written(ours, "# ours", random);
            String t = written(theirs, "# theirs", random);
            ManifestMerge merge = merge(written(base, "", random), o, t);
            String result = ours(merge);
            String context = "seed " + seed + "\n" + o + "\n--\n" + t + "\n--\n" + result;
            assertTrue(result.contains("# ours") && result.contains("# theirs"), context);
            JsonNode read = new TomlMapper().readTree(result);
            var asked = merge.conflicts().stream().map(f -> f.id().startsWith("\n")
                    ? f.id().substring(1)
                    : f.id().replace('\n', '.')).collect(Collectors.toSet());
            var keys = new TreeSet<>(base.keySet());
            keys.addAll(ours.keySet());
            keys.addAll(theirs.keySet());
            for (String key : keys) {
                String b = base.get(key);
                boolean both = !Objects.equals(ours.get(key), b) && !Objects.equals(theirs.get(key), b)
                        && !Objects.equals(ours.get(key), theirs.get(key));
                assertEquals(both, asked.contains(key), key + "\n" + context);
                String rule = both || !Objects.equals(ours.get(key), b) ? ours.get(key) : theirs.get(key);
                JsonNode now = read.at("/" + key.replace('.', '/'));
                assertEquals(rule, now.isMissingNode() ? null : "\"" + now.asText() + "\"", key + "\n" + context);
            }
        }
    }

    private static Map<String, String> edited(Map<String, String> base, Random random) {
        var edited = new LinkedHashMap<>(base);
        List<String> keys = List.of("a", "b", "c", "d", "t.x", "t.y", "t.w", "u.x", "u.z", "v.x");
        for (int n = random.nextInt(6); n > 0; n--) {
            String key = keys.get(random.nextInt(keys.size()));
            if (random.nextInt(3) == 0) {
                edited.remove(key);
            } else {
                edited.put(key, "\"" + random.nextInt(3) + "\"");
            }
        }
        return edited;
    }

    private static String written(Map<String, String> fields, String comment, Random random) {
        var text = new StringBuilder();
        int at = random.nextInt(Math.max(1, fields.size()));
        String section = "";
        for (String key : new TreeSet<>(fields.keySet()).stream()
                .sorted((x, y) -> Boolean.compare(x.contains("."), y.contains("."))).toList()) {
            int dot = key.indexOf('.');
            String own = dot < 0 ? "" : key.substring(0, dot);
            if (!own.equals(section)) {
                text.append("\n[").append(own).append("]\n");
                section = own;
            }
            if (at-- == 0 && !comment.isEmpty()) {
                text.append(comment).append('\n');
            }
            text.append(key.substring(dot + 1)).append(" = ").append(fields.get(key)).append('\n');
        }
        return fields.isEmpty() && !comment.isEmpty() ? comment + "\n" : text.toString();
    }
}
