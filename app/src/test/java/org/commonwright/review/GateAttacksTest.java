package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.governance.Stance.Word;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.Revocations;
import org.commonwright.record.VerifiedCommits;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// People who write what they like into records and commits, past this program, and a gate that asks the rules.
@Execution(ExecutionMode.CONCURRENT)
class GateAttacksTest {
    private static final String ONE = "";
    private static final String ALL = "[decision]\nrule = \"consensus\"\n";

    @TempDir
    private Path folder;
    private Community community;

    @AfterEach
    void close() {
        community.close();
    }

    /// Makes a commit on the branch that nobody was asked about: how the design came to be.
    private void settle(Map<String, String> files) {
        CommitDraft draft = Community.draft("settle").on(community.main);
        files.forEach((path, text) -> draft.put(new RepoPath(path), Community.bytes(text)));
        CommitId next = community.repository.commits().write(draft);
        community.repository.workTree().advance(Optional.of(community.main), next);
        community.main = next;
    }

    private String named(String path, Identity... people) {
        var keys = new ArrayList<String>();
        for (Identity one : people) {
            keys.add("\"" + one.agent() + "\"");
        }
        return "[[maintainers]]\npath = \"" + path + "\"\npeople = [" + String.join(", ", keys) + "]\n";
    }

    /// A module `drive` that Hana maintains; the rest is Maud's.
    private void withDrive(String decision) {
        community = new Community(folder, "");
        settle(Map.of("okh.toml", "title = \"Plotter\"\n", "drive/okh.toml", "title = \"Drive\"\n", "drive/gear.txt",
                "20 teeth\n", "docs/a.md", "a\n", "commons.toml",
                "version = 1\n" + named(".", community.maud) + named("drive", community.hana) + decision));
    }

    private CommitId fork(CommitDraft draft) {
        return community.repository.commits().write(draft);
    }

    private CommitDraft onMain(String message) {
        return Community.draft(message).on(community.main);
    }

    private static RepoPath path(String text) {
        return new RepoPath(text);
    }

    /// A proposal as somebody writes it who is not held to anything.
    private ProposalState claim(CommitId base, CommitId head, RepoPath... modules) {
        var proposal = new Proposal("More", "", "", community.eve.person(), base, head, "fork", community.branch(),
                List.of(modules));
        return community.again(community.store(community.eve).append(Proposal.KIND, proposal.toBody()).id().hex());
    }

    /// A merge of the head, with more in it, and the decision that says that it is accepted.
    private CommitId merge(Identity who, ProposalState about, Map<String, String> more) {
        return decided(who, about, merged(who, about, more));
    }

    private CommitId merged(Identity who, ProposalState about, Map<String, String> more) {
        CommitId head = about.proposal().head();
        MergeWork work = MergeWork.plan(community.repository, community.main, head);
        assertEquals(List.of(), work.conflicts());
        CommitId plain = work.commit(Map.of(), Community.draft("merge"));
        CommitDraft draft = new CommitDraft(who.person(), Community.NOON, "merge").on(plain);
        more.forEach((path, text) -> draft.put(path(path), Community.bytes(text)));
        CommitId all = community.repository.commits().write(draft);
        CommitDraft merge = Community.draft("merge").on(community.main).parent(head);
        community.repository.diff(community.main, all).forEach(change -> {
            if (change.oldPath() != null && !change.path().equals(change.oldPath())) {
                merge.delete(change.oldPath());
            }
            merge.edit(change.path(), change.newBlob() == null
                    ? new TreeEdit.Delete()
                    : new TreeEdit.Use(new Version(change.newBlob(), change.newKind())));
        });
        return community.repository.commits().write(merge);
    }

    private CommitId decided(Identity who, ProposalState about, CommitId merge) {
        return decided(who, about, merge, MergeWork.VERSION);
    }

    private CommitId decided(Identity who, ProposalState about, CommitId merge, int mergedBy) {
        ContentId certificate = null;
        if (!community.desk(who).merges().gate(community.main).rule().rule().equals("maintainer")) {
            certificate = community.desk(who).decisions().close(about).entry();
        }
        var decision = new Decision(about.id(), Decision.Outcome.ACCEPTED, "", merge, community.main, who.person(),
                certificate, mergedBy);
        var cites = new ArrayList<>(List.of(new ContentId(about.id())));
        Optional.ofNullable(certificate).ifPresent(cites::add);
        community.store(who).append(Decision.KIND, decision.toBody(), cites.toArray(ContentId[]::new));
        return merge;
    }

    private void passes(CommitId to) {
        new BranchGate(community.repository, community.workspace).check(community.branch(),
                Optional.of(community.main), Optional.of(to), community.store(community.eve).read());
    }

    /// @return the key of the inner reason
    private String refused(CommitId to) {
        Fault fault = assertThrows(Fault.class, () -> passes(to));
        String sentence = new Messages(Locale.UK).get(fault);
        assertTrue(sentence.contains("commons.toml"), sentence);
        return fault.arguments().stream().filter(Messages.Key.class::isInstance).map(Messages.Key.class::cast)
                .map(Messages.Key::key).findFirst().orElse(fault.code());
    }

    @Test
    void aBaseThatHidesTheChangeHidesNothing() {
        community = new Community(folder, ONE);
        CommitId head = community.repository.require("fork");
        ProposalState hidden = claim(head, head);
        assertEquals("governance.not-a-maintainer", refused(merge(community.eve, hidden, Map.of())));
        passes(merge(community.maud, hidden, Map.of("by-maud.txt", "she maintains all\n")));
    }

    @Test
    void aBaseThatHidesAModuleHidesNothing() {
        withDrive(ONE);
        CommitId first = fork(onMain("gear").put(path("drive/gear.txt"), Community.bytes("21 teeth\n")));
        CommitId head = fork(Community.draft("docs").on(first).put(path("docs/a.md"), Community.bytes("b\n")));
        ProposalState claimed = claim(first, head, path("docs"));
        assertEquals("governance.not-a-maintainer", refused(merge(community.maud, claimed, Map.of())));
        assertEquals("governance.not-a-maintainer", assertThrows(Fault.class, () -> {
            ReviewDesk desk = community.desk(community.maud);
            desk.merges().accept(claimed, desk.merges().prepare(claimed, Progress.NONE), Map.of(), "");
        }).code());
    }

    @Test
    void whoIsAskedIsNotForTheProposerToSay() {
        withDrive(ALL);
        CommitId first = fork(onMain("gear").put(path("drive/gear.txt"), Community.bytes("21 teeth\n")));
        CommitId head = fork(Community.draft("docs").on(first).put(path("docs/a.md"), Community.bytes("b\n")));
        ProposalState claimed = claim(first, head, path("docs"));
        DecisionDesk desk = community.desk(community.maud).decisions();
        desk.give(claimed, Word.AGREE, "");
        assertEquals("decide.not-yet", assertThrows(Fault.class, () -> desk.close(claimed)).code());
        community.desk(community.hana).decisions().give(claimed, Word.AGREE, "");
        passes(merge(community.maud, claimed, Map.of()));
    }

    @Test
    void aMergeThatHoldsMoreIsAChangeOfItsOwn() {
        withDrive(ONE);
        ProposalState docs = claim(community.main,
                fork(onMain("docs").put(path("docs/a.md"), Community.bytes("b\n"))), path("docs"));
        passes(merge(community.maud, docs, Map.of()));
        ProposalState again = claim(community.main,
                fork(onMain("more docs").put(path("docs/a.md"), Community.bytes("c\n"))), path("docs"));
        assertEquals("governance.not-a-maintainer",
                refused(merge(community.maud, again, Map.of("drive/gear.txt", "21 teeth\n"))));
    }

    /// A proposal that all have agreed to.
    private ProposalState agreed(String file, String text) {
        ProposalState agreed = claim(community.main, fork(onMain(file).put(path(file), Community.bytes(text))));
        for (Identity who : List.of(community.maud, community.idris, community.hana)) {
            community.desk(who).decisions().give(agreed, Word.AGREE, "");
        }
        return agreed;
    }

    @Test
    void aMergeOfAnotherVersionIsRefusedWithBothVersions() {
        community = new Community(folder, ALL);
        ProposalState agreed = agreed("a.txt", "a\n");
        CommitId other = merged(community.maud, agreed, Map.of("a.txt", "otherwise\n"));
        assertEquals("decide.gate-no-merge", refused(decided(community.maud, agreed, other, 0)),
                "there is no version 0: the record is set aside");
        assertEquals("decide.merged-by-newer",
                refused(decided(community.maud, agreed, other, MergeWork.VERSION + 1)));
        passes(decided(community.maud, agreed, merged(community.maud, agreed, Map.of()), MergeWork.VERSION + 1));
    }

    @Test
    void whatAHostWithoutTheGateTookIsSaidInTheList() {
        community = new Community(folder, ALL);
        ProposalState first = agreed("a.txt", "a\n");
        CommitId good = merge(community.maud, first, Map.of());
        push(good);
        ProposalState second = agreed("b.txt", "b\n");
        CommitId evil = merge(community.maud, second, Map.of("c.txt", "21 teeth\n", "d.txt", "n\n"));
        push(evil);
        ReviewDesk desk = community.desk(community.eve);
        Path cache = folder.resolve("cache");
        List<String> said = new ArrayList<>();
        assertThrows(CancelledFault.class,
                () -> desk.judged(MergeMemory.open(cache, community.repository), cancelledAfter(1, said)));
        assertEquals(List.of("1/2"), said);
        MergeMemory begun = MergeMemory.open(cache, community.repository);
        assertEquals(1, Stream.of(good, evil).filter(begun::knows).count(), "what was found out is kept");
        Proposals judged = desk.judged(MergeMemory.open(cache, community.repository), Progress.NONE);
        assertEquals(Optional.empty(), judged.require(first.id()).doubt());
        ProposalState doubted = judged.require(second.id());
        assertTrue(doubted.isMergedOtherwise());
        String sentence = new Messages(Locale.UK).get(doubted.doubt().orElseThrow());
        assertTrue(sentence.contains("c.txt and 1 other file"), sentence);
        MergeMemory kept = MergeMemory.open(cache, community.repository);
        for (CommitId tip : List.of(good, evil)) {
            assertEquals(tip.equals(evil) ? 2 : 0, kept.of(tip, () -> {
                throw new AssertionError("merged again: " + tip);
            }).size());
        }
        assertEquals(judged, desk.judged(kept, Progress.NONE));
        assertEquals(Optional.empty(), desk.proposals().require(second.id()).doubt(), "nobody looked");
    }

    @Test
    void theGateTellsAMergeOnceAndCanBeStopped() {
        community = new Community(folder, ALL);
        StringBuilder bill = new StringBuilder("Part,Quantity\n");
        IntStream.range(0, 50).forEach(i -> bill.append("part ").append(i).append(",1\n"));
        Optional<CommitId> old = Optional.of(community.main);
        for (String file : List.of("a/bom.csv", "b/bom.csv")) {
            CommitId merge = merge(community.maud, agreed(file, bill.toString()), Map.of());
            push(merge);
        }
        Optional<CommitId> tip = Optional.of(community.main);
        Path cache = folder.resolve("cache");
        List<String> said = new ArrayList<>();
        assertThrows(CancelledFault.class, () -> asked(cache, cancelledAfter(1, said), old, tip));
        assertEquals(List.of("1/2"), said);
        said.clear();
        asked(cache, cancelledAfter(9, said), old, tip);
        assertEquals(List.of("1/1"), said, "what was told before somebody stopped it is known");
        said.clear();
        asked(cache, cancelledAfter(9, said), old, tip);
        assertEquals(List.of(), said);
        MergeMemory known = MergeMemory.open(cache, community.repository);
        assertTrue(known.knows(tip.orElseThrow()));
    }

    @Test
    void aCacheThatCannotBeWrittenChangesNoVerdict() throws IOException {
        community = new Community(folder, ALL);
        CommitId merge = merge(community.maud, agreed("a.txt", "a\n"), Map.of());
        Path cache = Files.writeString(folder.resolve("cache"), "a file");
        asked(cache, Progress.NONE, Optional.of(community.main), Optional.of(merge));
    }

    private void asked(Path cache, Progress watch, Optional<CommitId> from, Optional<CommitId> to) {
        new HostGate(community.repository, community.workspace, VerifiedCommits::inMemory, List.of(),
                () -> MergeMemory.open(cache, community.repository), watch)
                .check("refs/heads/" + community.branch(), from, to);
    }

    /// @param said which merge of how many is looked at
    private static Progress cancelledAfter(int merges, List<String> said) {
        return new Progress() {
            private double done;

            @Override
            public void update(double fraction) {
                done = fraction;
            }

            @Override
            public void say(String key, Object... arguments) {
                said.add(arguments[0] + "/" + arguments[1]);
            }

            @Override
            public boolean cancelled() {
                return done > 0 && said.size() >= merges;
            }
        };
    }

    /// As to a host that has no hook.
    private void push(CommitId tip) {
        community.repository.workTree().advance(Optional.of(community.main), tip);
        community.main = tip;
    }

    @Test
    void whereTheRulesCountNobodyAddsToWhatWasAgreed() {
        community = new Community(folder, ALL);
        ProposalState agreed = agreed("README.md", "two\n");
        assertEquals("decide.merge-adds", refused(merge(community.maud, agreed, Map.of("x.txt", "mine\n"))));
        assertEquals("decide.merge-adds", refused(merge(community.maud, agreed, Map.of("README.md", "three\n"))));
        assertEquals("decide.merge-adds", refused(merge(community.maud, agreed, Map.of("README.md", "one\n"))),
                "what was agreed is left out");
        passes(merge(community.idris, agreed, Map.of()));
    }

    @Test
    void noForkTakesAFileFromThoseWhoMaintainIt() {
        withDrive(ONE);
        byte[] gear = Community.bytes("20 teeth\n");
        for (CommitDraft draft : List.of(
                onMain("no manifest").delete(path("drive/okh.toml")).put(path("drive/gear.txt"),
                        Community.bytes("21 teeth\n")),
                onMain("renamed manifest").delete(path("drive/okh.toml")).put(path("drive/okh-drive.toml"),
                        Community.bytes("title = \"Drive\"\n")),
                onMain("moved away").delete(path("drive/gear.txt")).put(path("docs/gear.txt"), gear),
                onMain("other capitals").put(path("Drive/gear.txt"), Community.bytes("21 teeth\n")),
                onMain("a link").edit(path("drive/gear.txt"), new TreeEdit.Use(new Version(
                        community.repository.tree(community.main).fingerprint(path("docs/a.md")),
                        Version.Kind.LINK))))) {
            ProposalState proposal = claim(community.main, fork(draft));
            assertEquals("governance.not-a-maintainer", refused(merge(community.maud, proposal, Map.of())),
                    draft.toString());
        }
    }

    @Test
    void aForkAppointsNobodyForItsOwnMerge() {
        community = new Community(folder, ONE);
        CommitId coup = fork(onMain("coup").put(path("commons.toml"),
                Community.bytes("version = 1\n" + named(".", community.eve))));
        ProposalState proposal = claim(community.main, coup);
        CommitId merge = merge(community.eve, proposal, Map.of());
        assertEquals("governance.not-a-maintainer", refused(merge));
        CommitId next = fork(Community.draft("next").on(merge).parent(coup));
        assertEquals("governance.not-a-maintainer", refused(next), "nor for one that follows in the same push");
    }

    @Test
    void whereNobodyMaintainsTheRulesAllWhomTheyNameAreAsked() {
        community = new Community(folder, ONE);
        settle(Map.of("drive/gear.txt", "20 teeth\n", "commons.toml",
                "version = 1\n" + named("drive", community.hana)));
        ProposalState proposal = claim(community.main, fork(onMain("coup").put(path("commons.toml"),
                Community.bytes("version = 1\n" + named("drive", community.eve)))));
        assertEquals("governance.not-a-maintainer", refused(merge(community.eve, proposal, Map.of())));
        ProposalState gone = claim(community.main, fork(onMain("gone").delete(path("commons.toml"))));
        assertEquals("governance.not-a-maintainer", refused(merge(community.eve, gone, Map.of())));
        passes(merge(community.hana, gone, Map.of()));
    }

    @Test
    void rulesThatSomeDisksTakeForOthersAndLinksAreRefused() {
        community = new Community(folder, ONE);
        String rules = "version = 1\n" + named(".", community.eve);
        ProposalState twin = claim(community.main,
                fork(onMain("twin").put(path("Commons.toml"), Community.bytes(rules))));
        assertEquals("design.commons-twin", refused(merge(community.maud, twin, Map.of())));
        assertEquals("design.commons-twin", assertThrows(Fault.class, () -> {
            ReviewDesk desk = community.desk(community.maud);
            desk.merges().accept(twin, desk.merges().prepare(twin, Progress.NONE), Map.of(), "");
        }).code());
        String blob = community.repository.tree(community.main).fingerprint(path("README.md"));
        ProposalState link = claim(community.main, fork(onMain("link").edit(path("commons.toml"),
                new TreeEdit.Use(new Version(blob, Version.Kind.LINK)))));
        assertEquals("design.commons-link", refused(merge(community.maud, link, Map.of())));
    }

    @Test
    void aKeyIsReplacedByAProposalAndTheOldOneDecidesNothingMore() {
        community = new Community(folder, ONE);
        Identity old = community.maud;
        settle(Map.of("commons.toml", "version = 1\n" + named(".", old)));
        ProposalState rotation = claim(community.main, fork(onMain("new key").put(path("commons.toml"),
                Community.bytes("version = 1\n" + named(".", community.idris)))));
        CommitId rotated = merge(old, rotation, Map.of());
        passes(rotated);
        CommitId before = community.main;
        community.repository.workTree().advance(Optional.of(before), rotated);
        community.main = rotated;
        ProposalState next = claim(rotated, fork(onMain("next").put(path("n.txt"), Community.bytes("n\n"))));
        assertEquals("governance.not-a-maintainer", refused(merge(old, next, Map.of())));
        ProposalState then = claim(rotated, fork(onMain("then").put(path("t.txt"), Community.bytes("t\n"))));
        CommitId last = merge(community.idris, then, Map.of());
        passes(last);
        community.store(old).append(Revocations.KIND, Revocations.body("rotated", Optional.empty(),
                Optional.of(community.idris.agent())));
        community.main = before;
        passes(last);
        community.main = rotated;
    }

    @Test
    void aMergeOfMoreThanOneHeadIsNone() {
        community = new Community(folder, ONE);
        ProposalState proposal = claim(community.main, community.repository.require("fork"));
        CommitId other = fork(onMain("other").put(path("o.txt"), Community.bytes("o\n")));
        CommitDraft octopus = Community.draft("merge").on(community.main).parent(proposal.proposal().head())
                .parent(other);
        assertEquals("decide.other-merge",
                refused(decided(community.maud, proposal, community.repository.commits().write(octopus))));
    }
}
