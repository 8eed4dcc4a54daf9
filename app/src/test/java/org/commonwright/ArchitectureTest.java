package org.commonwright;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The house's rules. Why each holds is in docs/architecture.md.
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.commonwright");

    @Test
    void onlyTheWorkbenchKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackage("..commonwright.workbench..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..").allowEmptyShould(true).check(OURS);
    }

    @Test
    void modelImportsNothingOfOurs() {
        noClasses().that().resideInAPackage("..commonwright.model..").should()
                .dependOnClassesThat(resideInAPackage("org.commonwright..")
                        .and(not(resideInAPackage("org.commonwright.model.."))))
                .check(OURS);
    }

    @Test
    void enginesKnowNoFace() {
        noClasses().that().resideOutsideOfPackages("org.commonwright", "..commonwright.workbench..",
                "..commonwright.cli..").should().dependOnClassesThat()
                .resideInAnyPackage("org.commonwright", "..commonwright.workbench..", "..commonwright.cli..")
                .check(OURS);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("org.commonwright.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void oneRoomPerLibrary() {
        onlyIn("..commonwright.git..", "org.eclipse.jgit..");
        onlyIn("..commonwright.machine..", "com.fazecast..");
        onlyIn("..commonwright.bom..", "org.apache.commons.csv..");
        onlyIn("..commonwright.bom..", "org.apache.poi..");
        onlyIn("..commonwright.cli..", "picocli..");
    }

    @Test
    void noAwtAndNoSwing() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..").check(OURS);
    }

    @Test
    void oneGateToTheWindowThread() {
        noClasses().that().doNotHaveSimpleName("FxThread").should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable").allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses().that().doNotHaveSimpleName("Main").should().callMethod(System.class, "exit", int.class)
                .check(OURS);
    }

    @Test
    void viewModelsSeeNoControls() {
        classes().that().haveSimpleNameEndingWith("ViewModel").should().onlyDependOnClassesThat()
                .resideOutsideOfPackages("javafx.scene..", "javafx.stage..").allowEmptyShould(true).check(OURS);
    }

    private static void onlyIn(String room, String library) {
        noClasses().that().resideOutsideOfPackage(room).should().dependOnClassesThat().resideInAPackage(library)
                .allowEmptyShould(true).check(OURS);
    }
}
