package org.commonwright;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The house's rules. Why each holds is in docs/architecture.md.
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.commonwright");

    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final Pattern ROW = Pattern.compile("\\| ((?:`[a-z0-9]+`(?:, )?)+) \\|.*");
    private static final Pattern ROOM = Pattern.compile("org\\.commonwright\\.([a-z0-9]+)(?:\\..*)?");

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
    void packagesHaveNoCyclesInsideARoomEither() {
        slices().matching("org.commonwright.(**)").should().beFreeOfCycles().check(OURS);
    }

    /// The table of rooms in docs/architecture.md is the law: whoever reads it there can rely on it.
    @Test
    void aRoomImportsOnlyRoomsThatStandAboveItInTheTable() throws IOException {
        Map<String, Integer> rows = rooms();
        Map<String, String> wrong = new TreeMap<>();
        Set<String> met = new TreeSet<>();
        for (JavaClass from : OURS) {
            String room = room(from);
            if (room.isEmpty()) {
                continue;
            }
            met.add(room);
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String other = room(dependency.getTargetClass());
                if (!other.isEmpty() && !other.equals(room)
                        && rows.getOrDefault(other, NOWHERE) >= rows.getOrDefault(room, NOWHERE)
                        && !inOneRow(rows, room, other)) {
                    wrong.putIfAbsent(room + " imports " + other, dependency.getDescription());
                }
            }
        }
        assertEquals(Map.of(), wrong);
        assertEquals(rows.keySet(), met, "the rooms of the table and of the program");
    }

    private static boolean inOneRow(Map<String, Integer> rows, String room, String other) {
        return rows.containsKey(room) && rows.get(room).equals(rows.get(other));
    }

    /// Each room's row in the table.
    private static Map<String, Integer> rooms() throws IOException {
        Map<String, Integer> rows = new TreeMap<>();
        Path page = Path.of(System.getProperty("commonwright.root", ".."), "docs/architecture.md");
        int row = 0;
        for (String line : Files.readAllLines(page)) {
            Matcher cell = ROW.matcher(line);
            if (cell.matches()) {
                row++;
                for (String name : cell.group(1).split(", ")) {
                    rows.put(name.replace("`", ""), row);
                }
            }
        }
        return rows;
    }

    /// Empty for what is no room of ours.
    private static String room(JavaClass type) {
        Matcher name = ROOM.matcher(type.getPackageName());
        return name.matches() ? name.group(1) : "";
    }

    @Test
    void oneRoomPerLibrary() {
        onlyIn("..commonwright.git..", "org.eclipse.jgit..");
        onlyIn("..commonwright.machine..", "com.fazecast..");
        onlyIn("..commonwright.machine.pad..", "org.lwjgl..");
        onlyIn("..commonwright.bom..", "org.apache.commons.csv..");
        onlyIn("..commonwright.bom..", "org.apache.poi..");
        onlyIn("..commonwright.design.manifest..", "org.snakeyaml..");
        onlyIn("..commonwright.cli..", "picocli..");
        onlyIn("..commonwright.publish..", "org.openpdf..", "com.lowagie..");
        onlyIn(List.of("..commonwright.bom..", "..commonwright.publish..", "..commonwright.workbench.."),
                "org.commonmark..");
        onlyIn(List.of("..commonwright.record..", "..commonwright.git.."), "org.bouncycastle..");
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

    /// So that every thread has a name and keeps no process from ending.
    @Test
    void threadsAreMadeInOneRoom() {
        outsideOfTask().should().callConstructorWhere(target(owner(type(Thread.class))))
                .orShould().callMethodWhere(target(owner(type(Thread.class)))
                        .and(target(nameMatching("ofPlatform|ofVirtual|startVirtualThread"))))
                .orShould().dependOnClassesThat().belongToAnyOf(Executors.class, Timer.class).check(OURS);
    }

    /// Whoever waits is woken, hears of a cancel, or says by `Pause` that there is nothing that could wake it.
    @Test
    void nobodySleepsOnHisOwn() {
        outsideOfTask().should().callMethodWhere(target(name("sleep"))
                .and(target(owner(type(Thread.class).or(type(TimeUnit.class)))))).check(OURS);
    }

    private static GivenClassesConjunction outsideOfTask() {
        return noClasses().that().resideOutsideOfPackage("..commonwright.task..");
    }

    @Test
    void viewModelsSeeNoControls() {
        classes().that().haveSimpleNameEndingWith("ViewModel").should().onlyDependOnClassesThat()
                .resideOutsideOfPackages("javafx.scene..", "javafx.stage..").allowEmptyShould(true).check(OURS);
    }

    private static void onlyIn(String room, String... library) {
        onlyIn(List.of(room), library);
    }

    private static void onlyIn(List<String> rooms, String... library) {
        noClasses().that().resideOutsideOfPackages(rooms.toArray(String[]::new)).should().dependOnClassesThat()
                .resideInAnyPackage(library).allowEmptyShould(true).check(OURS);
    }
}
