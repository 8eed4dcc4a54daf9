package org.commonwright.fabrication.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Commons;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.DesignLicences;
import org.commonwright.licence.ModuleLicence;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    private static final String MILL = "G21 G90\nG0 X0 Y0 Z5\nM3 S8000\nG1 Z-1 F100\nG1 X120 F600\nG1 Y80\nM5\nM2\n";

    @TempDir
    Path folder;

    private DesignFolder design;

    @BeforeEach
    void plotter() {
        design = new DesignFolder(folder)
                .file("okh.toml", "okhv = \"2.4\"\nname = \"Plotter\"\nlicense = \"CERN-OHL-S-2.0\"\n")
                .file("bom.csv", "Part,Kind,Quantity,Unit,File,Process,Material,Module\n"
                        + "axis,module,2,pcs,,,,modules/axis\nbox,module,1,pcs,,,,modules/box\n")
                .file("modules/axis/bom.csv",
                        "Part,Kind,Quantity,File,Process,Material,Tolerance mm,Module\n"
                                + "plate,make,3,fabrication/plate.nc; export/plate.stl,mill,aluminium,±0.1,\n"
                                + "box,module,1,,,,,../box\n")
                .file("modules/axis/fabrication/plate.nc", MILL)
                .file("modules/box/bom.csv",
                        "Part,Kind,Quantity,File,Process\nlid,make,1,export/lid.stl,print\n"
                                + "felt,make,4,,hand\nfoot,make,2,fabrication/foot.nc,\nrail,make,1,fabrication/no.nc,mill\n")
                .file("modules/box/fabrication/foot.nc", MILL);
    }

    @Test
    void quantitiesMultiplyDownEveryWayAndAddUp() {
        Plan plan = plan(5);
        assertEquals(List.of("plate 30", "foot 30"),
                plan.parts().stream().map(p -> p.part() + " " + p.quantity()).toList());
    }

    @Test
    void aPartCarriesWhatAMachineMustBe() {
        PlannedPart plate = plan(1).parts().getFirst();
        assertEquals(new RepoPath("modules/axis/fabrication/plate.nc"), plate.file());
        assertEquals("modules/axis", plate.module());
        assertEquals("cnc-milling", plate.requirement().process());
        assertEquals("aluminium", plate.requirement().material());
        assertEquals(0.1, plate.requirement().toleranceMm());
        assertEquals(new Envelope(120, 80, 6), plate.envelope());
        assertTrue(plate.seconds() > 10);
    }

    @Test
    void noMakeLineIsDroppedInSilence() {
        List<Problem> problems = plan(1).problems();
        assertEquals(List.of("fabrication.plan-no-file", "fabrication.plan-by-hand",
                "fabrication.plan-process-guessed", "fabrication.plan-file-missing"),
                problems.stream().map(Problem::code).toList());
        assertTrue(new Messages(Locale.UK).get(problems.getFirst()).startsWith("modules/box/bom.csv:2: lid has no"));
        assertTrue(new Messages(Locale.FRANCE).get(problems.get(1))
                .contains("felt\u00a0: 12 pièces sont faites à la main"));
        assertTrue(plan(1).hasErrors());
    }

    @Test
    void aBrokenBillOfMaterialsIsAProblemNotAnEnd() {
        design.file("modules/box/bom.csv", "");
        Plan plan = plan(1);
        assertEquals(List.of("plate"), plan.parts().stream().map(PlannedPart::part).toList());
        assertTrue(plan.hasErrors());
    }

    @Test
    void aQuantityThatCannotBeReadIsSaidAndCountsForNothing() {
        design.file("modules/axis/bom.csv", "Part,Kind,Quantity,Unit,File,Process,Module\n"
                + "plate,make,three,,fabrication/plate.nc,mill,\nstrip,make,0.4,m,fabrication/plate.nc,mill,\n"
                + "felt,make,some,,,hand,\nbox,module,a few,,,,../box\n");
        Plan plan = plan(1);
        assertEquals(List.of("foot 2"), plan.parts().stream().map(p -> p.part() + " " + p.quantity()).toList(),
                "one box that the design asks for itself");
        assertEquals(List.of("ERROR plate", "ERROR strip", "WARNING felt", "ERROR box"), plan.problems().stream()
                .filter(p -> p.code().equals("fabrication.plan-no-pieces"))
                .map(p -> p.severity() + " " + p.arguments().getFirst()).toList());
    }

    @Test
    void theAmountOfMaterialIsTakenFromItsColumnAndNeverGuessed() {
        design.file("modules/axis/bom.csv", "Part,Kind,Quantity,File,Process,Material,Material amount\n"
                + "a,make,1,fabrication/plate.nc,mill,aluminium,24 g\nb,make,1,fabrication/plate.nc,mill,aluminium,\"0,4 m\"\n"
                + "c,make,1,fabrication/plate.nc,mill,aluminium,\nd,make,1,fabrication/plate.nc,mill,aluminium,a little\n"
                + "e,make,1,fabrication/plate.nc,mill,aluminium,24\n");
        Plan plan = plan(1);
        assertEquals(List.of("24 g", "0.4 m", "null", "null", "null"),
                plan.parts().stream().filter(p -> !p.part().equals("foot"))
                        .map(p -> p.materialEach() == null
                                ? "null"
                                : p.materialEach().number() + " " + p.materialEach().unit().symbol())
                        .toList());
        assertEquals(List.of("d", "e"), plan.problems().stream().filter(p -> p.code().equals("fabrication.plan-amount"))
                .map(p -> p.arguments().getFirst()).toList());
    }

    @Test
    void absurdQuantitiesAreRefused() {
        design.file("bom.csv", "Part,Kind,Quantity,Module\naxis,module,99999999999,modules/axis\n");
        Plan plan = plan(1000);
        assertFalse(plan.problems().isEmpty());
        assertEquals(List.of(), plan.parts());
    }

    @Test
    void aModuleWithoutALicenceHasTheOneAroundIt() {
        design.file("modules/box/okh.toml", "okhv = \"2.4\"\nname = \"Box\"\nlicense = \"PPL\"\n");
        ModuleLicence root = DesignLicences.of(design.tree(), Commons.NONE);
        assertEquals("CERN-OHL-S-2.0", root.expression());
        assertEquals(List.of("CERN-OHL-S-2.0", "PPL"), root.modules().stream().map(ModuleLicence::expression).toList());
    }

    @Test
    void aModuleThatConflictsAsSourceIsFineAsABoughtPart() {
        design.file("modules/box/okh.toml", "okhv = \"2.4\"\nname = \"Box\"\nlicense = \"PPL\"\n");
        ModuleTree tree = design.tree();
        assertEquals(Answer.NO, verdict(tree).overall().answer());
        design.file("commons.toml", "version = 1\n[licence.inclusion]\nbox = \"bought\"\n");
        TreeVerdict verdict = verdict(design.tree());
        assertEquals(Answer.FREE, verdict.overall().answer());
        assertEquals("PPL", verdict.of("modules/box").licence());
    }

    private static TreeVerdict verdict(ModuleTree tree) {
        return Draft.verdict(tree, tree.root(), User.of(UserKind.PERSON), Use.MAKE);
    }

    private Plan plan(long quantity) {
        return Planner.plan(design.tree().root(), quantity, Progress.NONE);
    }
}
