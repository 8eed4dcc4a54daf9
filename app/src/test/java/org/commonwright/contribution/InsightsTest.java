package org.commonwright.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.insight.InsightReader;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Knowledge;
import org.commonwright.contribution.insight.MonthShares;
import org.commonwright.contribution.rules.LineKind;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person BO = new Person("Bo", "bo@example.org");
    private static final Instant NOW = Instant.parse("2024-06-30T00:00:00Z");

    @TempDir
    Path home;

    private GitRepository repository;

    @BeforeEach
    void init() {
        repository = GitRepository.init(home.resolve("design"));
    }

    private CommitId commit(Person who, String when, String path, String text) throws IOException {
        Path file = repository.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return repository.workTree().commit("Change", who, Instant.parse(when), List.of(new RepoPath(path)),
                Optional.empty());
    }

    private Insights read(CommitId at) {
        return new InsightReader(new ContributionReader(home.resolve("cache")), InstantSource.fixed(NOW))
                .read(repository, at, new Question(RepoPath.ROOT, RepoPath::parent, false), Progress.NONE);
    }

    @Test
    void sharesAreToldMonthByMonthAndAWrongClockMovesNothing() throws IOException {
        commit(ADA, "2024-01-05T00:00:00Z", "a.md", "1\n2\n");
        commit(BO, "1970-01-01T00:00:01Z", "a.md", "1\nzwei\n");
        commit(BO, "2099-01-05T00:00:00Z", "b.scad", "cube();\n");
        CommitId tip = commit(ADA, "2024-03-05T00:00:00Z", "c/d.toml", "a = 1\n");
        Insights insights = read(tip);
        assertEquals(List.of("2024-01 {Ada=1, Bo=2} of 3", "2024-03 {Ada=2, Bo=2} of 4"),
                insights.months().stream().map(InsightsTest::say).toList());
        Part bo = insights.contributions().parts().stream().filter(p -> p.person().equals(BO)).findFirst()
                .orElseThrow();
        assertEquals(Map.of(LineKind.INSTRUCTIONS, Rational.ONE, LineKind.MODELS, Rational.ONE), bo.kinds());
    }

    @Test
    void aDesignOfManyPeopleHasMonthsToo() throws IOException {
        CommitId tip = commit(ADA, "2024-01-05T00:00:00Z", "a.md", "0\n");
        var text = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            text.append(i).append('\n');
            tip = commit(new Person("P" + i, "p" + i + "@example.org"), "2024-01-05T00:00:00Z", "a.md",
                    text.toString());
        }
        MonthShares month = read(tip).months().getLast();
        assertEquals(20, month.lines());
        assertEquals(20, month.people().size());
    }

    private static String say(MonthShares month) {
        Map<String, Rational> people = new TreeMap<>();
        month.people().forEach((person, lines) -> people.put(person.name(), lines));
        return month.month() + " " + people + " of " + month.lines();
    }

    @Test
    void aModuleDependsOnTheFewestWhoHaveMostOfIt() throws IOException {
        commit(ADA, "2024-01-05T00:00:00Z", "arm/a.md", "1\n2\n3\n");
        commit(BO, "2024-02-05T00:00:00Z", "arm/b.md", "1\n2\n");
        CommitId tip = commit(new Person("C", "c@example.org"), "2024-02-06T00:00:00Z", "arm/c.md", "1\n2\n");
        Knowledge arm = read(tip).modules().getFirst();
        assertEquals(new RepoPath("arm"), arm.module());
        assertEquals(7, arm.lines());
        assertEquals(2, arm.dependsOn());
        assertEquals(List.of("Ada", "C", "Bo"), arm.people().stream().map(k -> k.person().name()).toList());
    }

    @Test
    void aFileIsHotWhenItIsChangedOften() throws IOException {
        commit(ADA, "2024-01-05T00:00:00Z", "a.md", "1\n2\n3\n");
        commit(BO, "2024-02-05T00:00:00Z", "b.md", "1\n");
        CommitId tip = commit(BO, "2024-02-06T00:00:00Z", "a.md", "1\n2\nthree\n");
        var hot = read(tip).files().getFirst();
        assertEquals(new RepoPath("a.md"), hot.file());
        assertEquals(List.of(2, 2, 3), List.of(hot.commits(), hot.people(), hot.lines()));
        assertEquals(List.of(4L, 1L), List.of(hot.brought(), hot.gone()));
    }

    @Test
    void aFileStaysHotUnderItsNewName() throws IOException {
        commit(ADA, "2024-01-05T00:00:00Z", "a.md", "one\ntwo\nthree\n");
        commit(BO, "2024-02-05T00:00:00Z", "a.md", "one\ntwo\nthree\nfour\n");
        Files.createDirectories(repository.folder().resolve("docs"));
        Files.move(repository.folder().resolve("a.md"), repository.folder().resolve("docs/b.md"));
        CommitId tip = repository.workTree().commit("Move", ADA, Instant.parse("2024-03-05T00:00:00Z"),
                List.of(new RepoPath("a.md"), new RepoPath("docs/b.md")), Optional.empty());
        var hot = read(tip).files();
        assertEquals(List.of(new RepoPath("docs/b.md")), hot.stream().map(f -> f.file()).toList());
        assertEquals(List.of(3, 2, 4), List.of(hot.getFirst().commits(), hot.getFirst().people(),
                hot.getFirst().lines()));
        assertEquals(List.of(4L, 0L), List.of(hot.getFirst().brought(), hot.getFirst().gone()));
    }

    @Test
    void theLastMonthIsWhatIsThereNowOverMergesToo() throws IOException, InterruptedException {
        GitProgram git = GitProgram.in(repository.folder());
        git.run(new RandomHistory(23, 60).generate(90, 5, 6), "fast-import", "--quiet");
        Insights insights = read(repository.require("c91"));
        MonthShares last = insights.months().getLast();
        assertEquals(insights.contributions().lines(), last.lines());
        for (Part part : insights.contributions().parts()) {
            assertEquals(part.surviving(), last.of(part.person()), part.person() + ", seed 23");
        }
    }
}
