package org.commonwright;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The house's rules. Why each holds is in docs/architecture.md.
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.commonwright");

    private static final String OUR = "org.commonwright.";
    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final Pattern ROW = Pattern.compile("\\| ((?:`[a-z0-9]+`(?:, )?)+) \\|.*");
    private static final Pattern PACKAGE_ROW = Pattern
            .compile("\\| (?:`([a-z]+(?:\\.[a-z]+)+)`|`([a-z]+)` itself) \\|.*");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z0-9]*)`");
    private static final Path PAGE = Path.of(System.getProperty("commonwright.root", ".."), "docs/architecture.md");
    private static final Pattern ROOM = Pattern.compile("org\\.commonwright\\.([a-z0-9]+)(?:\\..*)?");

    /// Which package uses which other, once for all rules, with a place where it does.
    private static final Map<String, Map<String, String>> USES = uses();

    private static Map<String, Map<String, String>> uses() {
        Map<String, Map<String, String>> uses = new TreeMap<>();
        for (JavaClass from : OURS) {
            Map<String, String> of = uses.computeIfAbsent(from.getPackageName(), _ -> new TreeMap<>());
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String other = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!other.equals(from.getPackageName())) {
                    of.computeIfAbsent(other, _ -> dependency.getDescription());
                }
            }
        }
        return uses;
    }

    private static boolean isIn(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static boolean isInOne(String name, List<String> roots) {
        return roots.stream().anyMatch(root -> isIn(name, root));
    }

    /// @return places where a package outside of `allowed` uses one inside of `used`
    private static List<String> uses(Predicate<String> outside, Predicate<String> used) {
        return USES.entrySet().stream().filter(from -> outside.test(from.getKey()))
                .flatMap(from -> from.getValue().entrySet().stream()).filter(to -> used.test(to.getKey()))
                .map(Map.Entry::getValue).toList();
    }

    @Test
    void onlyTheWorkbenchKnowsJavaFx() {
        onlyIn(List.of("workbench"), "javafx", "atlantafx", "org.kordamp");
    }

    @Test
    void modelImportsNothingOfOurs() {
        assertEquals(List.of(), uses(from -> isIn(from, OUR + "model"),
                to -> isIn(to, "org.commonwright") && !isIn(to, OUR + "model")));
    }

    @Test
    void enginesKnowNoFace() {
        List<String> faces = List.of(OUR + "workbench", OUR + "cli");
        assertEquals(List.of(), uses(from -> !from.equals("org.commonwright") && !isInOne(from, faces),
                to -> to.equals("org.commonwright") || isInOne(to, faces)));
    }

    @Test
    void roomsHaveNoCycles() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        USES.forEach((from, used) -> used.keySet().forEach(to -> {
            if (!room(from).isEmpty() && !room(to).isEmpty() && !room(from).equals(room(to))) {
                rooms.computeIfAbsent(room(from), _ -> new TreeSet<>()).add(room(to));
            }
        }));
        assertEquals(Map.of(), cycles(rooms));
    }

    @Test
    void packagesHaveNoCyclesInsideARoomEither() {
        Map<String, Set<String>> packages = new TreeMap<>();
        USES.forEach((from, used) -> packages.put(from, used.keySet()));
        assertEquals(Map.of(), cycles(packages));
    }

    /// What is left after whoever uses nothing that is left was taken away, again and again: cycles, and what leads to them.
    private static Map<String, Set<String>> cycles(Map<String, Set<String>> uses) {
        Map<String, Set<String>> left = new TreeMap<>();
        uses.forEach((from, to) -> left.put(from, new TreeSet<>(to)));
        int before;
        do {
            before = left.size();
            left.values().forEach(to -> to.retainAll(left.keySet()));
            left.values().removeIf(Set::isEmpty);
        } while (left.size() < before);
        return left;
    }

    /// The table of rooms in docs/architecture.md is the law: whoever reads it there can rely on it.
    @Test
    void aRoomImportsOnlyRoomsThatStandAboveItInTheTable() throws IOException {
        Map<String, Integer> rows = rooms();
        Map<String, String> wrong = new TreeMap<>();
        Set<String> met = new TreeSet<>();
        USES.forEach((from, used) -> {
            String room = room(from);
            if (room.isEmpty()) {
                return;
            }
            met.add(room);
            used.forEach((to, place) -> {
                String other = room(to);
                if (!other.isEmpty() && !other.equals(room)
                        && rows.getOrDefault(other, NOWHERE) >= rows.getOrDefault(room, NOWHERE)
                        && !inOneRow(rows, room, other)) {
                    wrong.putIfAbsent(room + " imports " + other, place);
                }
            });
        });
        assertEquals(Map.of(), wrong);
        assertEquals(rows.keySet(), met, "the rooms of the table and of the program");
    }

    /// A room that has tables of its own packages keeps to them: all stand there, and each uses only those above it.
    @Test
    void aPackageImportsOnlyPackagesOfItsRoomThatStandAboveItInTheirTable() throws IOException {
        List<String> rows = packages();
        Set<String> told = rows.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("bom", "cli", "contribution", "design", "governance", "review"), told);
        assertEquals(USES.keySet().stream().filter(name -> told.contains(room(name))).toList(),
                rows.stream().sorted().toList(), "the packages of the program and of the tables");
        Map<String, String> wrong = new TreeMap<>();
        for (String from : rows) {
            USES.get(from).forEach((to, place) -> {
                if (room(to).equals(room(from)) && rows.indexOf(to) >= rows.indexOf(from)) {
                    wrong.put(from + " imports " + to, place);
                }
            });
        }
        assertEquals(Map.of(), wrong);
    }

    /// The packages of the tables, in their order.
    private static List<String> packages() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(PACKAGE_ROW::matcher).filter(Matcher::matches)
                    .map(row -> OUR + (row.group(1) == null ? row.group(2) : row.group(1))).toList();
        }
    }

    @Test
    void everyClassThatThePageNamesIsThere() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.walk(PAGE.resolveSibling("../app/src"))) {
            there = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        }
        List<String> named = CLASS.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
        assertTrue(named.contains("ArchitectureTest"), named::toString);
        assertEquals(List.of(), named.stream().filter(name -> !there.contains(name)).toList());
    }

    private static boolean inOneRow(Map<String, Integer> rows, String room, String other) {
        return rows.containsKey(room) && rows.get(room).equals(rows.get(other));
    }

    /// Each room's row in the table.
    private static Map<String, Integer> rooms() throws IOException {
        Map<String, Integer> rows = new TreeMap<>();
        int row = 0;
        for (String line : Files.readAllLines(PAGE)) {
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
    private static String room(String packageName) {
        Matcher name = ROOM.matcher(packageName);
        return name.matches() ? name.group(1) : "";
    }

    @Test
    void oneRoomPerLibrary() {
        onlyIn(List.of("git"), "org.eclipse.jgit");
        onlyIn(List.of("machine"), "com.fazecast");
        onlyIn(List.of("machine.pad"), "org.lwjgl");
        onlyIn(List.of("bom"), "org.apache.commons.csv", "org.apache.poi");
        onlyIn(List.of("design.manifest"), "org.snakeyaml");
        onlyIn(List.of("cli"), "picocli");
        onlyIn(List.of("publish"), "org.openpdf", "com.lowagie");
        onlyIn(List.of("bom", "publish", "workbench"), "org.commonmark");
        onlyIn(List.of("record", "git"), "org.bouncycastle");
    }

    @Test
    void noAwtAndNoSwing() {
        onlyIn(List.of(), "java.awt", "javax.swing");
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

    private static void onlyIn(List<String> rooms, String... libraries) {
        List<String> allowed = rooms.stream().map(room -> OUR + room).toList();
        assertEquals(List.of(), uses(from -> !isInOne(from, allowed), to -> isInOne(to, List.of(libraries))));
    }
}
