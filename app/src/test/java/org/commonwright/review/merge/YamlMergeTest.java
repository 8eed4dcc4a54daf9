package org.commonwright.review.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.Soon;
import org.commonwright.design.manifest.ManifestReader;
import org.commonwright.model.RepoPath;
import org.commonwright.review.merge.FieldMerge.Field;
import org.junit.jupiter.api.Test;

class YamlMergeTest {
    private static final String BASE = """
            ---
            # A lamp.
            title: Lamp   # as people say
            description: >
              It shines,
              # is no comment here

              and is small.
            licensor:
              name: Ada
              email: ada@a.invalid

            contributors:
            - name: Bob
              email: bob@b.invalid
            - name: Cy
            keywords: [light,
              "small"]
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FieldMerge merge(String base, String ours, String theirs) {
        return YamlMerge.of(bytes(base), bytes(ours), bytes(theirs)).orElseThrow();
    }

    private static String ours(FieldMerge merge) {
        return new String(merge.resolved(Field::ours), StandardCharsets.UTF_8);
    }

    /// What somebody made to hold the program up ends in no time: merged, or left to the lines.
    @Test
    void longLinesManyEmptyLinesAndManyFieldsHoldNothingUp() throws Exception {
        String base = "title: Lamp\nlist:\n- a\n";
        String theirs = base + "version: 2\n";
        Soon.done(Duration.ofSeconds(5), () -> {
            assertEquals(base + "- " + "w".repeat(50_000) + "\nversion: 2\n",
                    ours(merge(base, base + "- " + "w".repeat(50_000) + "\n", theirs)));
            String sparse = "title: Lamp\n" + "\n".repeat(50_000) + "list:\n- a\n";
            assertTrue(merge(sparse, sparse + "a: 1\n", sparse + "b: 1\n").conflicts().isEmpty());
            String many = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
            assertTrue(YamlMerge.of(bytes(base), bytes(theirs), bytes(base + many)).isEmpty());
            assertTrue(ManifestMerge.of(bytes("a = 1\n"), bytes("a = 2\n"),
                    bytes("a = 1\n" + many.replace(": ", " = "))).isEmpty());
        });
    }

    @Test
    void bothAddAndChangeNextToEachOther() {
        String ours = BASE.replace("title: Lamp", "title: Good lamp").replace("name: Ada", "name: Ada L.")
                .replace("- name: Cy\n", "- name: Cy\n- name: Dee\n");
        String theirs = BASE.replace("title:", "# theirs\ntitle:").replace("ada@a.invalid", "ada@l.invalid")
                .replace("bob@b.invalid", "bob@new.invalid\n  role: lead")
                .replace("- name: Cy\n", "- name: Cy\n- name: Flo\n")
                .replace("is small", "is very small") + "version: 2\n";
        FieldMerge merge = merge(BASE, ours, theirs);
        assertEquals(List.of(), merge.conflicts());
        assertEquals("""
                ---
                # theirs
                title: Good lamp   # as people say
                """.lines().toList().getLast(),
                ours(merge).lines().filter(l -> l.startsWith("title")).findFirst().get());
        assertEquals("""
                description: >
                  It shines,
                  # is no comment here

                  and is very small.
                licensor:
                  name: Ada L.
                  email: ada@l.invalid

                contributors:
                - name: Bob
                  email: bob@new.invalid
                  role: lead
                - name: Cy
                - name: Flo
                - name: Dee
                keywords: [light,
                  "small"]
                version: 2
                """, ours(merge).substring(ours(merge).indexOf("description")));
        assertTrue(ours(merge).contains("# theirs\n"), ours(merge));
    }

    @Test
    void whatBothChangedIsAskedByFieldAndTheRestStaysByteForByte() {
        String odd = BASE.replace("email: ada", "email:   ada").replace("\n", "\r\n");
        FieldMerge merge = merge(odd, odd.replace("Ada", "Bea"), odd.replace("Ada", "Eve"));
        Field field = merge.conflicts().getFirst();
        assertEquals("licensor\nname", field.id());
        assertEquals("  name: Eve\n", field.theirs());
        assertEquals(odd.replace("Ada", "Eve"), new String(merge.resolved(Field::theirs), StandardCharsets.UTF_8));
        assertEquals(odd.replace("Ada", "Bea"), ours(merge));
        FieldMerge one = merge(odd, odd.replace("title: Lamp", "title: L"), odd.replace("\r\n", "\n"));
        assertEquals(odd.replace("title: Lamp", "title: L"), ours(one));
    }

    @Test
    void whatIsUnsafeOrNotPlainIsLeftToTheLines() {
        for (String odd : List.of(BASE + "a: &x 1\nb: *x\n", BASE + "a: !!java.lang.Runtime x\n",
                BASE + "title: again\n",
                BASE + "? [a, b]\n: c\n", BASE + "a: {\n", BASE + "\tb: c\n", BASE + "---\na: b\n",
                BASE + "defaults:\n  <<: {a: b}\n")) {
            assertEquals(Optional.empty(), YamlMerge.of(bytes(BASE), bytes(odd), bytes(BASE + "z: 1\n")), odd);
        }
    }

    @Test
    void randomEditsLoseNothing() throws Exception {
        RandomFields.loseNothing(new RandomFields.Form() {
            @Override
            public String written(Map<String, String> fields, String comment, Random random) {
                return YamlMergeTest.written(fields, comment, random);
            }

            @Override
            public FieldMerge merge(String base, String ours, String theirs) {
                return YamlMergeTest.merge(base, ours, theirs);
            }

            @Override
            public JsonNode read(String text) {
                return ManifestReader.tree(new RepoPath("okh.yaml"), "okh.yaml", bytes(text), _ -> {}).orElseThrow();
            }

            @Override
            public boolean asksBlocks() {
                return true;
            }
        });
    }

    private static String written(Map<String, String> fields, String comment, Random random) {
        var text = new StringBuilder("# head\n");
        int at = random.nextInt(Math.max(1, fields.size()));
        String section = "";
        for (String key : new TreeSet<>(fields.keySet())) {
            int dot = key.indexOf('.');
            String own = dot < 0 ? "" : key.substring(0, dot);
            if (!own.isEmpty() && !own.equals(section)) {
                text.append("\n").append(own).append(":\n");
            }
            section = own;
            String indent = dot < 0 ? "" : "  ";
            if (at-- == 0 && !comment.isEmpty()) {
                text.append(indent).append(comment).append('\n');
            }
            text.append(indent).append(key.substring(dot + 1)).append(": ").append(fields.get(key)).append('\n');
        }
        return text.append(fields.isEmpty() && !comment.isEmpty() ? comment + "\n" : "").toString();
    }
}
