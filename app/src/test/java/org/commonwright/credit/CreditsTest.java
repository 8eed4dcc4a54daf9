package org.commonwright.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.contribution.ContributionReader;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditsTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person BO = new Person("Bo", "bo@example.org");

    @TempDir
    Path home;

    private GitRepository repository;
    private RecordStore ada;
    private RecordStore bo;

    @BeforeEach
    void aDesignOfTwo() throws IOException {
        repository = GitRepository.init(Files.createDirectories(home.resolve("work/design")));
        commit(repository, ADA, "okh.toml", "okhv = \"2.4\"\nname = \"Lamp\"\n");
        ada = store(ADA);
        bo = store(BO);
    }

    private RecordStore store(Person person) {
        return RecordStore.open(repository, Identity.temporary(person, new SecureRandom()), InstantSource.system());
    }

    private static CommitId commit(GitRepository in, Person who, String path, String text) throws IOException {
        Path file = in.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return in.workTree().commit("Change", who, Instant.ofEpochSecond(1_700_000_000), List.of(new RepoPath(path)),
                Optional.empty());
    }

    private Credits read() {
        try (var workspace = new Workspace(home.resolve("work"))) {
            CommitId at = repository.require("HEAD");
            return new CreditReader(workspace, new ContributionReader(home.resolve("cache")), InstantSource.system())
                    .read(repository, ada, at,
                            new DesignReader(workspace).read(repository.folder(), at.hex()).tree(),
                            Question.everything(), Progress.NONE);
        }
    }

    @Test
    void effortCountsOnceSomebodyElseCountersignsIt() {
        var desk = new CreditDesk(repository, bo);
        String id = desk.declare("Drew the arm", Rational.of(5, 2), RepoPath.ROOT,
                List.of(new RepoPath("arm.FCStd"))).id().hex();
        assertEquals(Rational.of(5, 2), read().of("bo@example.org").orElseThrow().waiting());
        assertEquals("credit.own-effort", assertThrows(Fault.class, () -> desk.countersign(id)).code());
        new CreditDesk(repository, ada).countersign(id.substring(0, 10));
        Credit bos = read().of("BO@example.org").orElseThrow();
        assertEquals(List.of(Rational.of(5, 2), Rational.ZERO, Rational.ZERO),
                List.of(bos.declared(), bos.waiting(), bos.surviving()));
    }

    @Test
    void namesAreWrittenInTheLanguageOfTheDesignWhoeverWritesThem() throws IOException {
        commit(repository, new Person("", "quiet@example.org"), "a.md", "1\n2\n3\n4\n5\n");
        ContributorsFile english = ContributorsFile.of(read(), null);
        assertTrue(english.text().startsWith("Those who made"), english.text());
        assertTrue(english.text().contains("\n- quiet@example.org\n"), english.text());
        commit(repository, ADA, "okh.toml", "okhv = \"2.4\"\nname = \"Lampe\"\ndocumentation-language = \"fr\"\n");
        ContributorsFile french = ContributorsFile.of(read(), null);
        assertTrue(french.text().startsWith("Les personnes"), french.text());
        byte[] before = english.text().getBytes(StandardCharsets.UTF_8);
        assertEquals(new ContributorsFile(english.text(), false), ContributorsFile.of(read(), before));
        byte[] hand = "By hand\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(new ContributorsFile(french.text(), true), ContributorsFile.of(read(), hand));
    }

    @Test
    void twoNamesWithOneAddressAreTwoInLinesCellsAndRecords() throws IOException {
        var other = new Person("Ada L.", "Ada@example.org");
        commit(repository, ADA, "okh.toml", "okhv = \"2.4\"\nname = \"Lamp\"\nbom = \"bom.csv\"\n");
        commit(repository, ADA, "bom.csv", "Part,Quantity\nscrew,4\n");
        commit(repository, other, "bom.csv", "Part,Quantity\nscrew,5\n");
        new CreditDesk(repository, ada).declare("Drew", Rational.ONE, RepoPath.ROOT, List.of());
        new CreditDesk(repository, store(new Person("A. L.", "ada@example.org"))).declare("Drew", Rational.ONE,
                RepoPath.ROOT, List.of());
        Credits all = read();
        for (Person person : List.of(ADA, other)) {
            Credit credit = all.people().stream().filter(one -> one.person().name().equals(person.name())).findFirst()
                    .orElseThrow();
            assertEquals(all.cells().people().get(person), credit.cells(), person.name());
            assertTrue(credit.surviving().signum() > 0, person.name());
        }
        assertEquals(2, all.people().size(), "a name that only records know goes to the one with the most lines");
        assertEquals(Rational.of(2), all.people().getFirst().waiting());
    }

    @Test
    void effortIsForAModuleThatIsThere() {
        var desk = new CreditDesk(repository, bo);
        assertEquals("contribution.no-path", assertThrows(Fault.class,
                () -> desk.declare("Drew the arm", Rational.ONE, new RepoPath("modules/nosuch"), List.of())).code());
        assertTrue(desk.efforts().list().isEmpty());
    }

    @Test
    void aCountersignatureUnderOnesSecondKeyIsSetAside() {
        String id = new CreditDesk(repository, bo).declare("Drew", Rational.ONE, RepoPath.ROOT, List.of()).id().hex();
        store(BO).append(Countersignature.KIND, new Countersignature(id, BO).toBody(), new ContentId(id));
        store(new Person("Eve", "eve@example.org")).append(Countersignature.KIND,
                new Countersignature(id, ADA).toBody(), new ContentId(id));
        Efforts efforts = new CreditDesk(repository, ada).efforts();
        assertFalse(efforts.require(id).counts());
        assertEquals(List.of("credit.own-effort", "governance.other-name"),
                efforts.problems().stream().map(p -> p.code()).sorted().toList());
    }

    @Test
    void whereMaintainersAreNamedOneOfThemCountersigns() throws IOException {
        commit(repository, ADA, "commons.toml",
                "version = 1\n\n[[maintainers]]\npath = \"\"\npeople = [\"Ada <ada@example.org>\", \"Cy <cy@example.org>\"]\n");
        String id = new CreditDesk(repository, bo).declare("Drew", Rational.ONE, RepoPath.ROOT, List.of()).id().hex();
        assertEquals(1, read().efforts().size());
        var eve = new CreditDesk(repository, store(new Person("Eve", "eve@example.org")));
        assertEquals("governance.not-a-maintainer", assertThrows(Fault.class, () -> eve.countersign(id)).code());
        new CreditDesk(repository, ada).countersign(id);
        assertTrue(new CreditDesk(repository, ada).efforts().require(id).counts());
    }

    @Test
    void bodiesThatAreWrongInOneFieldAreSetAside() {
        ObjectNode good = new Effort(BO, "Drew", Rational.ONE, RepoPath.ROOT, List.of()).toBody();
        List<String> codes = new ArrayList<>();
        for (String field : List.of("v", "name", "email", "work", "hours", "module", "files")) {
            bo.append(Effort.KIND, good.deepCopy().put(field, "\u0007"));
        }
        new CreditDesk(repository, ada).efforts().problems().forEach(problem -> codes.add(problem.code()));
        assertEquals(7, codes.size());
        assertEquals(1, codes.stream().filter("credit.record-version"::equals).count());
        assertEquals(6, codes.stream().filter("credit.record-field"::equals).count());
    }

    @Test
    void aStatementHoldsUntilItSaysMoreThanTheHistory() throws IOException {
        var desk = new CreditDesk(repository, ada);
        Statement statement = Statement.of(desk.state("ada@example.org", read()).body());
        assertEquals(List.of(), statement.differences(read()));
        var more = new Statement(ADA, ADA, statement.commit(), statement.lines(), Rational.of(9),
                statement.authored(), 3, Rational.ZERO);
        assertEquals(List.of("surviving", "reviewed"), more.differences(read()));
        assertEquals("credit.nobody",
                assertThrows(Fault.class, () -> desk.state("eve@example.org", read())).code());
    }

    @Test
    void thoseWhoseModulesArePinnedAreCited() throws IOException {
        try (GitRepository other = GitRepository.init(Files.createDirectories(home.resolve("work/controller")))) {
            CommitId pinned = commit(other, BO, "okh.toml", "okhv = \"2.4\"\nname = \"Controller\"\nversion = \"1\"\n");
            String tree = other.treeId(pinned, RepoPath.ROOT).orElseThrow();
            commit(repository, ADA, "commons.lock",
                    "version = 1\n\n[[module]]\nname = \"controller\"\nrepository = \"controller\"\ncommit = \""
                            + pinned.hex() + "\"\npath = \"\"\ntree = \"" + tree + "\"\n");
            commit(repository, ADA, "bom.csv", "Part,Quantity,Module\nController,1,@controller\n");
        }
        Credits credits = read();
        assertEquals(List.of(), credits.problems());
        assertEquals("{controller=3}", credits.of("bo@example.org").orElseThrow().cited().toString());
    }
}
