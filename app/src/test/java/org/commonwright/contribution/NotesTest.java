package org.commonwright.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.insight.InsightReader;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person BO = new Person("Bo", "bo@example.org");

    @TempDir
    Path home;

    private GitRepository repository;

    private CommitId commit(Person who, int day, String path, String text) throws IOException {
        Path file = repository.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return repository.workTree().commit("Change", who, Instant.ofEpochSecond(1_700_000_000L + day * 86_400L),
                List.of(new RepoPath(path)), Optional.empty());
    }

    private List<String> notes(CommitId at) {
        return new InsightReader(new ContributionReader(home.resolve("cache")), InstantSource.system())
                .notes(repository, at, Question.everything(), Progress.NONE).stream()
                .map(n -> n.kind().id() + " " + n.people().stream().map(Person::name).toList() + " " + n.lines()
                        + " of " + n.of() + (n.other() == null ? "" : " from " + n.other()))
                .toList();
    }

    private static String lines(String word) {
        return IntStream.range(0, 120).mapToObj(i -> word + "(" + i + ");\n").collect(Collectors.joining());
    }

    @Test
    void whatInflatesLinesIsRecognised() throws IOException {
        repository = GitRepository.init(home.resolve("design"));
        commit(ADA, 0, "arm.scad", lines("translate"));
        assertEquals(List.of(), notes(repository.require("HEAD")));
        commit(BO, 1, "wheel.scad", lines("translate").replace("translate(7)", "rotate(7)"));
        CommitId copied = commit(ADA, 2, "vendor/x.c", "int x;\n");
        assertEquals(List.of("copy [Bo] 119 of 120 from arm.scad", "vendored [] 1 of 1"), notes(copied));
        CommitId spaced = commit(BO, 30, "arm.scad", lines("  translate"));
        assertEquals("spacing [Bo] 120 of 120", notes(spaced).getFirst());
        commit(ADA, 60, "foot.scad", lines("first-try"));
        CommitId again = commit(ADA, 61, "foot.scad", lines("second-try"));
        assertEquals("churn [Ada] 120 of 360", notes(again).getFirst());
    }
}
