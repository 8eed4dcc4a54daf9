package org.commonwright.review.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.commonwright.review.merge.FieldMerge.Field;
import org.junit.jupiter.api.Test;

class ManifestMergeTest {
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

    @Test
    void randomEditsLoseNothing() throws Exception {
        RandomFields.loseNothing(new RandomFields.Form() {
            @Override
            public String written(Map<String, String> fields, String comment, Random random) {
                return ManifestMergeTest.written(fields, comment, random);
            }

            @Override
            public FieldMerge merge(String base, String ours, String theirs) {
                return ManifestMergeTest.merge(base, ours, theirs);
            }

            @Override
            public JsonNode read(String text) throws JsonProcessingException {
                return new TomlMapper().readTree(text);
            }

            @Override
            public boolean asksBlocks() {
                return false;
            }
        });
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
            text.append(key.substring(dot + 1)).append(" = \"").append(fields.get(key)).append("\"\n");
        }
        return fields.isEmpty() && !comment.isEmpty() ? comment + "\n" : text.toString();
    }
}
