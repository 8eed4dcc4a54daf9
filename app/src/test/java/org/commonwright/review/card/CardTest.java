package org.commonwright.review.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.CommitId;
import org.commonwright.model.Money;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.review.FileReview;
import org.commonwright.review.LaterFile;
import org.commonwright.review.ReviewReport;
import org.commonwright.review.Reviewer;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person MAUD = new Person("Maud", "maud@plotter.invalid");
    private static final String ARM = "Part,Quantity,Unit,MPN,Manufacturer,File,Mass (g)\n"
            + "bearing,2,pcs,608ZZ,SKF,,12\nfilament,0.1,kg,,,,\nbolt,4,pcs,,,,\nbracket,1,pcs,,,bracket.stl,\n";
    private static final String OFFERS = "Part,Supplier,Unit Price,Currency,Lead Time Days\nbearing,Ada,2,EUR,5\n"
            + "bearing,Bob,2.10,EUR,5\nfilament,Ada,20,EUR,2\nbolt,Ada,0.10,EUR,2\nbracket,Ada,1,EUR,1\n";
    private static final Map<String, String> DESIGN = Map.of(
            "okh.toml", "okhv = \"2.4\"\nname = \"lamp\"\nlicense = \"CERN-OHL-S-2.0\"\n",
            "arm/okh.toml", "okhv = \"2.4\"\nname = \"arm\"\n\n[[part]]\nname = \"bracket\"\nmass = 30\n",
            "arm/bom.csv", ARM, "arm/offers.csv", OFFERS, "bom.csv", "Part,Quantity,Module\narm,2,arm\n",
            "arm/bracket.scad", "cube(10);\n", "arm/bracket.stl", "solid a\nendsolid a\n");

    @TempDir
    Path folder;

    private GitRepository repository;
    private Workspace workspace;
    private CommitId base;

    @BeforeEach
    void aLampWithTwoArms() {
        repository = GitRepository.init(folder.resolve("designs/lamp"));
        workspace = new Workspace(folder.resolve("designs"));
        var draft = new CommitDraft(MAUD, NOON, "begin");
        DESIGN.forEach((file, text) -> draft.put(new RepoPath(file), bytes(text)));
        base = repository.commits().write(draft);
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    @Test
    void figuresAreForTheWholeTree() {
        Card card = card(change().put(new RepoPath("arm/bom.csv"), bytes(ARM.replace("bearing,2", "bearing,3"))));
        assertEquals(Money.of("14.80", "EUR"), card.before().cost().sum());
        assertEquals(Money.of("18.80", "EUR"), card.after().cost().sum());
        assertMass("308", 1, card.before().mass());
        assertMass("332", 1, card.after().mass());
        assertEquals(4, Objects.requireNonNull(card.after().parts()).distinct());
        assertEquals(0, new BigDecimal("16").compareTo(Objects.requireNonNull(card.after().parts()).pieces()));
        assertEquals(new Wait(5, 0), card.after().lead());
        assertEquals(List.of(), card.alarms());
        assertEquals(List.of(new Hit("", "lamp", "arm", null)), card.hits());
        List<CardRow> rows = new CardText(new Messages(Locale.UK)).rows(card);
        assertEquals("+€4.00", row(rows, "cost").change());
        assertEquals("+24\u00a0g", row(rows, "mass").change());
        assertEquals(List.of("≥\u00a0308\u00a0g → ≥\u00a0332\u00a0g", "1 part has no mass"),
                row(rows, "mass").details());
        assertEquals("unchanged", row(rows, "licence").change());
    }

    @Test
    void whatIsNotKnownIsSaidToBe() {
        Card card = card(change().delete(new RepoPath("arm/offers.csv")).put(new RepoPath("arm/bom.csv"),
                bytes("Part,Quantity\nbolt,4\n")));
        assertNull(card.after().cost().sum());
        assertNull(Objects.requireNonNull(card.after().mass()).grams());
        assertTrue(Objects.requireNonNull(card.after().lead()).isUnknown());
        List<CardRow> rows = new CardText(new Messages(Locale.UK)).rows(card);
        for (String id : List.of("cost", "mass", "lead-time")) {
            assertEquals("unknown", row(rows, id).change());
        }
    }

    @Test
    void anotherSupplierAndPriceInTheOffersShowInTheCostAndInTheFile() {
        CommitId head = repository.commits().write(change().put(new RepoPath("arm/offers.csv"),
                bytes(OFFERS.replace("bolt,Ada,0.10,EUR,2", "bolt,Eve,0.15,EUR,3").replace("filament,Ada,20,",
                        "filament,Ada,24,"))));
        ReviewReport report = new Reviewer(workspace, InstantSource.fixed(NOON)).review(repository, base, head, 1,
                Progress.NONE);
        assertEquals(List.of(new PartCost("filament", Money.of("0.8", "EUR"), "Ada", "Ada"),
                new PartCost("bolt", Money.of("0.40", "EUR"), "Ada", "Eve")).toString(),
                report.card().costs().toString());
        CardRow cost = row(new CardText(new Messages(Locale.UK)).rows(report.card()), "cost");
        assertEquals("+€1.20", cost.change());
        assertTrue(cost.details().contains("bolt: +€0.40, from Eve instead of Ada"), cost::toString);
        var offers = ((FileReview.OfKind) report.modules().getFirst().files().getFirst()).diff();
        assertEquals(List.of("~ filament: same supplier Ada, €20.00, 2 days → Ada, €24.00, 2 days",
                "~ bolt: comes from elsewhere Ada, €0.10, 2 days → Eve, €0.15, 3 days"),
                offers.rows(new Messages(Locale.UK), new Formats(Locale.UK)).stream()
                        .map(r -> r.sign() + " " + r.what() + " " + r.values()).toList());
    }

    @Test
    void aPrintedPartWithoutAMassWeighsWhatItsMeshDoes() {
        String bom = "Part,Quantity,Unit,Material,File\nknob,2,pcs,PLA,knob.stl\nfoot,1,pcs,unobtainium,knob.stl\n";
        CommitId small = repository.commits().write(change().put(new RepoPath("arm/bom.csv"), bytes(bom))
                .put(new RepoPath("arm/knob.stl"), Shapes.binary(Shapes.box(10, 10, 10), "knob"))
                .put(new RepoPath("foot/okh.toml"),
                        bytes("okhv = \"2.4\"\nname = \"foot\"\nmaterial = \"ABS\"\nexport = [\"f.stl\"]\n"))
                .put(new RepoPath("bom.csv"), bytes("Part,Quantity,Module\narm,2,arm\nfoot,3,foot\n"))
                .put(new RepoPath("foot/f.stl"), Shapes.binary(Shapes.box(10, 10, 20), "foot")));
        CommitId large = repository.commits().write(new CommitDraft(MAUD, NOON, "larger").on(small)
                .put(new RepoPath("arm/knob.stl"), Shapes.binary(Shapes.box(10, 10, 12), "knob")));
        Card card = new Reviewer(workspace, InstantSource.fixed(NOON)).outline(repository, small, large, 1,
                Progress.NONE).card();
        // 4 knobs of 1 cm³ at 1.24, 3 feet of 2 cm³ at 1.04; then the knobs have 1.2 cm³.
        assertMass("11.20", 1, card.before().mass());
        assertEquals(2, Objects.requireNonNull(card.after().mass()).solid());
        assertMass("12.20", 1, card.after().mass());
        List<String> told = row(new CardText(new Messages(Locale.FRENCH)).rows(card), "mass").details();
        assertTrue(told.stream().allMatch(line -> line.length() <= 54), () -> "more than two lines: " + told);
    }

    /// What another design uses is found again only when something of it changed.
    @Test
    void anotherDesignIsReadAgainWhenItChanged() throws IOException {
        Path desk = folder.resolve("designs/desk");
        CardMemory memory = new CardMemory();
        var reviewer = new Reviewer(workspace, InstantSource.fixed(NOON), memory);
        CommitId head = repository.commits().write(change().put(new RepoPath("arm/notes.md"), bytes("stronger\n")));
        Card card = reviewer.outline(repository, base, head, 1, Progress.NONE).card();
        GitRepository.init(desk).close();
        Files.writeString(desk.resolve("bom.csv"), "Part,Quantity\nbolt,1\n");
        assertEquals(List.of(), reviewer.elsewhere(card, Progress.NONE));
        var pin = new LockEntry("arm", "lamp", new RepoPath("arm"), base,
                repository.treeId(base, new RepoPath("arm")).orElseThrow());
        Files.write(desk.resolve(LockFile.PATH.text()), bytes(LockFile.EMPTY.with(pin).write()));
        Files.writeString(desk.resolve("bom.csv"), "Part,Quantity,Module\narm,1,@arm\n");
        assertEquals(List.of(new Hit("desk", "desk", "arm", base.abbreviated())),
                reviewer.elsewhere(card, Progress.NONE));
        assertEquals(reviewer.elsewhere(card, Progress.NONE), reviewer.elsewhere(card, Progress.NONE));
        assertThrows(CancelledFault.class, () -> reviewer.elsewhere(card, Progress.silent(() -> true)));
    }

    @Test
    void alarmsSayTheFileAndWhatToDo() {
        Card card = card(change()
                .put(new RepoPath("okh.toml"), bytes(DESIGN.get("okh.toml").replace("CERN-OHL-S-2.0",
                        "CC-BY-NC-SA-4.0")))
                .delete(new RepoPath("arm/bracket.scad"))
                .put(new RepoPath("arm/offers.csv"), bytes(OFFERS.replace("bearing,Bob,2.10,EUR,5\n", "")))
                .put(new RepoPath("arm/firmware.c"),
                        bytes("// SPDX-License-" + "Identifier: GPL-3.0-or-later\nint main;\n"))
                .put(new RepoPath("arm/drawing.dxf"),
                        bytes("SPDX-License-" + "Identifier: CERN-OHL-S-2.0\n")));
        assertEquals(
                List.of("file-conflict arm/drawing.dxf", "source-gone arm/bracket.scad", "licence-changed okh.toml",
                        "file-licence arm/firmware.c", "single arm/bom.csv"),
                card.alarms().stream().map(a -> a.code().substring("consequence.alarm-".length()) + " "
                        + Objects.requireNonNull(a.place()).file()).toList());
        assertTrue(card.before().licence().permissions()
                .contains(new Permission(UserKind.FIRM, Use.SELL, Answer.FREE)));
        assertTrue(card.after().licence().permissions().contains(new Permission(UserKind.FIRM, Use.SELL, Answer.NO)));
        CardRow licence = row(new CardText(new Messages(Locale.UK)).rows(card), "licence");
        assertTrue(licence.details().contains("a person, a cooperative, a firm – sell: free → no"), licence::toString);
        for (Locale locale : List.of(Locale.UK, Locale.FRANCE)) {
            var messages = new Messages(locale);
            card.alarms().forEach(alarm -> assertTrue(messages.get(alarm).length() > 40));
        }
    }

    /// Once, although its clone lies beside it.
    @Test
    void anotherDesignThatPinsTheModuleIsNamed() {
        for (String place : List.of("designs/desk", "designs/network/desk")) {
            try (GitRepository other = GitRepository.init(folder.resolve(place))) {
                var draft = new CommitDraft(MAUD, NOON, "begin").put(new RepoPath("bom.csv"),
                        bytes("Part,Quantity,Module\narm,1,@arm\n"));
                var pin = new LockEntry("arm", "lamp", new RepoPath("arm"), base,
                        repository.treeId(base, new RepoPath("arm")).orElseThrow());
                draft.put(LockFile.PATH, bytes(LockFile.EMPTY.with(pin).write()));
                other.workTree().advance(Optional.empty(), other.commits().write(draft));
            }
        }
        Card card = card(change().put(new RepoPath("arm/notes.md"), bytes("stronger\n")));
        assertEquals(List.of(new Hit("", "lamp", "arm", null), new Hit("desk", "desk", "arm", base.abbreviated())),
                card.hits());
    }

    @Test
    void anOutlineLooksAtFilesOneByOneAndComesToTheSame() {
        CommitId head = repository.commits().write(change().put(new RepoPath("arm/bom.csv"),
                bytes(ARM.replace("bolt,4", "bolt,5"))).put(new RepoPath("arm/notes.md"), bytes("longer\n")));
        var reviewer = new Reviewer(workspace, InstantSource.fixed(NOON));
        ReviewReport outline = reviewer.outline(repository, base, head, 1, Progress.NONE);
        ReviewReport whole = reviewer.review(repository, base, head, 1, Progress.NONE);
        assertEquals(whole.card(), outline.card());
        assertEquals(List.of(), outline.modules().getFirst().files());
        assertEquals(whole.modules().getFirst().files().stream().map(FileReview::path).toList(),
                outline.modules().getFirst().later().stream().map(LaterFile::path).toList());
        var cells = (FileReview.BomCells) outline.modules().getFirst().later().getFirst().review(repository,
                Progress.NONE);
        assertEquals("4 5", cells.diff().changed().getFirst().before() + " "
                + cells.diff().changed().getFirst().after());
    }

    private static void assertMass(String grams, int unknown, Mass mass) {
        assertEquals(0, new BigDecimal(grams).compareTo(Objects.requireNonNull(mass.grams())), mass::toString);
        assertEquals(unknown, mass.unknown());
    }

    private static CardRow row(List<CardRow> rows, String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private CommitDraft change() {
        return new CommitDraft(MAUD, NOON, "change").on(base);
    }

    private Card card(CommitDraft draft) {
        CommitId head = repository.commits().write(draft);
        return new Reviewer(workspace, InstantSource.fixed(NOON)).review(repository, base, head, 1, Progress.NONE)
                .card();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
