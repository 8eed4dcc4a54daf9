package org.commonwright.review.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.Seed;
import org.commonwright.review.merge.FieldMerge.Field;

/// Manifests of a few fields that two people edit at random: in what they merge to, every field says what the three-way rule says, or is
/// asked, and no comment of either side is lost.
final class RandomFields {
    private static final int CASES = Integer.getInteger("commonwright.manifest-merges", 500);

    private RandomFields() {}

    /// A way to write manifests.
    interface Form {
        String written(Map<String, String> fields, String comment, Random random);

        FieldMerge merge(String base, String ours, String theirs);

        JsonNode read(String text) throws Exception;

        /// Whether a block may be asked as a whole where two changed in it.
        boolean asksBlocks();
    }

    static void loseNothing(Form form) throws Exception {
        for (long seed = Seed.chosen(); seed < Seed.chosen() + CASES; seed++) {
            var random = new Random(seed);
            Map<String, String> base = new LinkedHashMap<>();
            for (String key : List.of("a", "b", "t.x", "t.y", "u.x", "u.z")) {
                base.put(key, "v0");
            }
            Map<String, String> ours = edited(base, random);
            Map<String, String> theirs = edited(base, random);
            String o = form.written(ours, "# ours", random);
            String t = form.written(theirs, "# theirs", random);
            FieldMerge merge = form.merge(form.written(base, "", random), o, t);
            String result = new String(merge.resolved(Field::ours), StandardCharsets.UTF_8);
            String context = "seed " + seed + "\n" + o + "\n--\n" + t + "\n--\n" + result;
            String said = form.asksBlocks() ? result + merge.conflicts() : result;
            assertTrue(said.contains("# ours") && said.contains("# theirs"), context);
            check(form, merge, new Sides(base, ours, theirs), form.read(result), context);
        }
    }

    private record Sides(Map<String, String> base, Map<String, String> ours, Map<String, String> theirs) {}

    private static void check(Form form, FieldMerge merge, Sides sides, JsonNode read, String context) {
        var asked = merge.conflicts().stream().map(f -> f.id().startsWith("\n")
                ? f.id().substring(1)
                : f.id().replace('\n', '.')).collect(Collectors.toSet());
        var keys = new TreeSet<>(sides.base.keySet());
        keys.addAll(sides.ours.keySet());
        keys.addAll(sides.theirs.keySet());
        for (String key : keys) {
            String b = sides.base.get(key);
            String o = sides.ours.get(key);
            String t = sides.theirs.get(key);
            boolean both = !Objects.equals(o, b) && !Objects.equals(t, b) && !Objects.equals(o, t);
            boolean block = form.asksBlocks() && asked.contains(key.split("\\.")[0]);
            assertEquals(both, asked.contains(key) || both && block, key + "\n" + context);
            if (!block) {
                JsonNode now = read.at("/" + key.replace('.', '/'));
                assertEquals(both || !Objects.equals(o, b) ? o : t, now.isMissingNode() ? null : now.asText(),
                        key + "\n" + context);
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
                edited.put(key, "v" + random.nextInt(3));
            }
        }
        return edited;
    }
}
