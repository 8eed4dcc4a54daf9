package org.commonwright.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredHistoryTest {
    private static final String HEAD = """
            version = 1
            [people]
            ada = "Ada <ada@example.invalid>"
            bob = "Bob <bob@example.invalid>"
            """;
    private static final String FIRST = """
            [[step]]
            date = "2026-01-01T00:00:00Z"
            by = "ada"
            message = "one"
            add = ["a.txt"]
            """;
    private static final String SECOND = """
            [[step]]
            date = "2026-01-02T00:00:00Z"
            by = "bob"
            message = "two"
            """;

    @TempDir
    Path folder;

    @Test
    void coAuthorsFollowTheMessage() {
        var history = StoredHistory.read("x", source(HEAD + FIRST + "with = [\"bob\"]\n"));
        assertEquals("one\n\nCo-authored-by: Bob <bob@example.invalid>\n", history.steps().getFirst().fullMessage());
    }

    @Test
    void aHistoryThatCannotBeReadSaysWhere() {
        assertEquals("sample.history-bad", code("version = 2\n"));
        assertEquals("sample.history-bad", code("version = \n"));
        assertEquals("sample.history-bad", code("version = 1\n[people]\nada = \"Ada\"\n"));
        assertEquals("sample.step-bad", code(HEAD + FIRST.replace("\"ada\"", "\"eve\"")));
        assertEquals("sample.step-bad", code(HEAD + FIRST.replace("2026-01-01T00:00:00Z", "yesterday")));
        assertEquals("sample.step-bad", code(HEAD + FIRST.replace("a.txt", "../a.txt")));
        assertEquals("sample.file-missing", code(HEAD + FIRST.replace("a.txt", "b.txt")));
    }

    @Test
    void aStepThatDoesNotFitTheFilesSaysWhich() {
        String edit = "[[step.edit]]\nfile = \"a.txt\"\nfind = \"%s\"\nreplace = \"x\"\n";
        assertEquals("sample.step-bad", code(HEAD + FIRST + SECOND + edit.formatted("absent")));
        assertEquals("sample.step-bad", code(HEAD + FIRST + SECOND + edit.formatted("a")));
        assertEquals("sample.step-bad", code(HEAD + FIRST + SECOND + "remove = [\"b.txt\"]\n"));
        assertEquals("sample.step-bad", code(HEAD + FIRST + SECOND + "merge = \"gone\"\n"));
        assertEquals("sample.step-bad", code(HEAD + FIRST + SECOND + "from = \"gone\"\non = \"new\"\n"));
    }

    @Test
    void aMergeMustSettleWhatBothSidesChanged() {
        String theirs = SECOND + "on = \"b\"\n[[step.edit]]\nfile = \"a.txt\"\nfind = \"one\"\nreplace = \"1\"\n";
        String ours = SECOND + "[[step.edit]]\nfile = \"a.txt\"\nfind = \"two\"\nreplace = \"2\"\n";
        String merge = SECOND + "merge = \"b\"\n";
        assertEquals("sample.step-bad", code(HEAD + FIRST + theirs + ours + merge));
        try (GitRepository repository = replay(HEAD + FIRST + theirs + ours + merge + "add = [\"a.txt\"]\n")) {
            assertEquals(Map.of("main", repository.require("main")), repository.refs().branches());
            assertEquals(2, repository.history().commit(repository.require("main")).parents().size());
        }
    }

    private String code(String history) {
        return assertThrows(Fault.class, () -> replay(history).close()).code();
    }

    private GitRepository replay(String text) {
        var repository = GitRepository.initBare(folder.resolve(Integer.toHexString(text.hashCode()) + ".git"));
        try {
            SampleSource source = source(text);
            new Replay(StoredHistory.read("x", source), source, repository, pin -> {
                throw new AssertionError(pin);
            }).run(Progress.NONE);
            return repository;
        } catch (Fault fault) {
            repository.close();
            throw fault;
        }
    }

    private static SampleSource source(String history) {
        Map<String, String> files = Map.of("x/history.toml", history, "x/design/a.txt", "one\ntwo\na a\n");
        return path -> {
            String text = files.get(path);
            if (text == null) {
                throw new Fault("sample.file-missing", path);
            }
            return text.getBytes(StandardCharsets.UTF_8);
        };
    }
}
