package org.commonwright.review.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void orderAndCommentsAreNoChange() {
        assertEquals(List.of(), toml("a = 1.0\nb = \"x\"\n[t]\nc = [1, 2]\nd = true\n",
                "# said\nb = 'x'\na = 1\n[t]\nd = true\nc = [\n1,\n2,\n]\n"));
    }

    @Test
    void tablesMeetByNameAndTextsOfAListOneByOne() {
        String before = "licensor = [\"Ada\", \"Bob\"]\n[[part]]\nname = \"rod\"\nmass = 3\n[[part]]\nname = \"nut\"\n";
        String after = "licensor = [\"Bob\", \"Cy\"]\n[[part]]\nname = \"nut\"\nmaterial = \"steel\"\n"
                + "[[part]]\nname = \"rod\"\nmass = 4\n";
        assertEquals(List.of("licensor Ada→null", "licensor null→Cy", "part[rod].mass 3→4",
                "part[nut].material null→steel"), toml(before, after));
        assertEquals(List.of("a x, y→y, x"), toml("a = [\"x\", \"y\"]\n", "a = [\"y\", \"x\"]\n"));
    }

    @Test
    void whatIsNewOrOfAnotherSortIsToldWhole() {
        assertEquals(List.of("version 1→null", "decision.rule null→consent", "decision.days null→7"),
                toml("version = 1\n", "[decision]\nrule = \"consent\"\ndays = 7\n"));
        assertEquals(List.of("a 1→null", "a.b null→2"), toml("a = 1\n", "[a]\nb = 2\n"));
    }

    @Test
    void yamlIsReadWithoutFollowingBombs() {
        assertEquals(List.of("title Lamp→Light", "contributors[Ada].email null→ada@lamp.invalid"),
                compare("okh.yml", "title: Lamp\ncontributors:\n- name: Ada\n",
                        "contributors:\n- {email: ada@lamp.invalid, name: Ada}\ntitle: Light\n"));
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        List<Problem> problems = new ArrayList<>();
        assertTrue(Manifests.compare(new RepoPath("okh.yaml"), bytes("title: Lamp\n"), bytes(bomb.toString()),
                problems).isEmpty());
        assertEquals("design.yaml-limits", problems.getFirst().code());
    }

    private static List<String> toml(String before, String after) {
        return compare("okh.toml", before, after);
    }

    private static List<String> compare(String name, String before, String after) {
        return Manifests.compare(new RepoPath(name), bytes(before), bytes(after), new ArrayList<>()).orElseThrow()
                .fields().stream().map(f -> f.name() + " " + f.before() + "→" + f.after()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
