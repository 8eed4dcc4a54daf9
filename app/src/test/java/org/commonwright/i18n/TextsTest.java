package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.design.FileRole;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.Outcome;
import org.commonwright.licence.Answer;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;
import org.commonwright.machine.firmware.KnownCommands;
import org.commonwright.machine.firmware.SettingMeaning;
import org.commonwright.machine.grbl.GrblCode;
import org.commonwright.machine.mill.BuildOption;
import org.commonwright.machine.mill.MillAct;
import org.commonwright.machine.mill.ParserState;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.mesh.MeshDefect;
import org.commonwright.workbench.machines.keys.MachineKey;
import org.junit.jupiter.api.Test;

/// Every text exists in both languages, is used, and every key that the code names exists. A key is a string literal
/// `"room.words-with-dashes"`; a literal that ends in `-` is the beginning of
/// keys that are put together, and this test knows their ends.
class TextsTest {
    private static final Path MAIN = Path.of(System.getProperty("commonwright.root", ".."), "app/src/main");
    private static final Path BUNDLES = MAIN.resolve("resources/org/commonwright/i18n");
    private static final Pattern SLOT = Pattern.compile("\\{\\d+");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        for (String room : rooms()) {
            Properties english = load(room + ".properties");
            Properties french = load(room + "_fr.properties");
            assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(french.stringPropertyNames()),
                    "keys of " + room);
            for (String key : english.stringPropertyNames()) {
                assertTrue(key.startsWith(room + "."), key + " must start with its bundle's name, " + room);
                assertEquals(slots(english.getProperty(key)), slots(french.getProperty(key)), "arguments of " + key);
            }
        }
    }

    @Test
    void noKeyStandsTwiceInItsBundle() throws IOException {
        try (Stream<Path> bundles = Files.walk(MAIN.resolve("resources"))) {
            for (Path bundle : bundles.filter(file -> file.toString().endsWith(".properties")).toList()) {
                Set<String> seen = new TreeSet<>();
                for (String line : Files.readAllLines(bundle)) {
                    int equals = line.indexOf(" =");
                    if (equals > 0 && line.indexOf(' ') == equals) {
                        assertTrue(seen.add(line.substring(0, equals)), line + " stands twice in " + bundle);
                    }
                }
            }
        }
    }

    /// French is set with the apostrophe of print, in the program and in the guide; code keeps the one of the keyboard.
    @Test
    void frenchHasTheApostropheOfPrint() throws IOException {
        Pattern straight = Pattern.compile("\\p{L}'[\\p{L}\\p{N}{(\\[*«`\"]");
        Set<String> wrong = new TreeSet<>();
        for (Path folder : List.of(MAIN.resolve("resources"), MAIN.resolve("../../../docs/guide/fr"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*(_fr\\.properties|\\.md)")).toList()) {
                    String prose = Files.readString(file).replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`]*`", "`");
                    straight.matcher(prose).results()
                            .forEach(at -> wrong.add(file.getFileName() + ": " + around(prose, at.start())));
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)).replace('\n', ' ');
    }

    private static final Set<String> MESH_MODES = Set.of("overlay", "swipe", "side", "onion", "map");
    /// Keys that the program puts together, as the beginning that stands in the source and all ends that it can have.
    private static final Map<String, Set<String>> FAMILIES = Stream.of(Map.of(
            "fabrication.status-", ends(JobStatus.values(), JobStatus::token),
            "orders.state-", ends(JobStatus.values(), JobStatus::token),
            "orders.outcome-", ends(Outcome.values(), Outcome::token),
            "orders.user-", ends(UserKind.values(), UserKind::token),
            "orders.use-", ends(new Use[]{Use.MAKE, Use.SELL}, Use::token),
            "orders.verdict-", ends(Answer.values(), Answer::token),
            "mesh.verdict-", ends(Verdict.values(), Verdict::id),
            "workbench-design.role-", ends(FileRole.values(), role -> role.name().toLowerCase(Locale.ROOT)),
            "machine.grbl-error-", numbers(n -> GrblCode.error(n, "Grbl"), "machine.grbl-error-"),
            "machine.grbl-alarm-", numbers(n -> GrblCode.alarm(n, "Grbl"), "machine.grbl-alarm-")),
            Map.of("grbl.hal-error-", numbers(n -> GrblCode.error(n, "grblHAL"), "grbl.hal-error-"),
                    "grbl.hal-alarm-", numbers(n -> GrblCode.alarm(n, "grblHAL"), "grbl.hal-alarm-"),
                    "grbl.fluid-error-", numbers(n -> GrblCode.error(n, "FluidNC"), "grbl.fluid-error-"),
                    "grbl.fluid-alarm-", numbers(n -> GrblCode.alarm(n, "FluidNC"), "grbl.fluid-alarm-"),
                    "grbl.hal-setting-", SettingMeaning.halNames(), "grbl.option-", BuildOption.names(),
                    "grbl.act-", ends(MillAct.values(), MillAct::word)),
            Map.of("shape.defect-", ends(MeshDefect.Kind.values(), MeshDefect.Kind::id), "shape.region-",
                    ends(ChangedRegion.Kind.values(), ChangedRegion.Kind::id), "meshes.about-", MESH_MODES,
                    "meshes.mode-", MESH_MODES, "meshes.show-", MESH_MODES),
            Map.of("machine.setting-", SettingMeaning.names(), "grbl.word-", ParserState.explained(), "console.grbl-",
                    KnownCommands.names("grbl"), "console.marlin-", KnownCommands.names("marlin"),
                    "keys.do-", ends(MachineKey.values(), MachineKey::id), "pads.do-",
                    ends(PadAction.values(), PadAction::id), "pads.button-",
                    ends(PadButton.values(), PadButton::id)))
            .flatMap(map -> map.entrySet().stream()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    /// Beginnings that the program only compares with or cuts off; their keys stand whole elsewhere.
    private static final Set<String> COMPARED = Set.of("git.remote-", "publish.ask-");

    private static <T> Set<String> ends(T[] values, Function<T, String> end) {
        return Arrays.stream(values).map(end).collect(Collectors.toSet());
    }

    private static Set<String> numbers(IntFunction<Messages.Key> key, String family) {
        return IntStream.range(0, 256).mapToObj(key).filter(k -> k.key().startsWith(family))
                .map(k -> k.key().substring(family.length())).collect(Collectors.toSet());
    }

    @Test
    void keysThatArePutTogetherAllExistAndNoOthersDo() throws IOException {
        Set<String> existing = existing();
        Set<String> named = named();
        for (String beginning : named) {
            boolean family = beginning.endsWith("-") || beginning.endsWith(".");
            assertTrue(!family || FAMILIES.containsKey(beginning) || COMPARED.contains(beginning),
                    "say in this test which keys begin with " + beginning + ", or write them whole");
        }
        FAMILIES.forEach((beginning, ends) -> {
            assertTrue(named.contains(beginning), beginning + " is not put together any more");
            Set<String> expected = new TreeSet<>();
            ends.forEach(end -> expected.add(beginning + end));
            named.stream().filter(key -> key.startsWith(beginning) && !key.equals(beginning)).forEach(expected::add);
            assertEquals(expected, existing.stream().filter(key -> key.startsWith(beginning))
                    .collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> existing = existing();
        Set<String> named = named();
        Set<String> missing = new TreeSet<>();
        Set<String> dead = new TreeSet<>(existing);
        for (String name : named) {
            if (FAMILIES.containsKey(name)) {
                dead.removeIf(key -> key.startsWith(name));
            } else if (COMPARED.contains(name)) {
                assertTrue(existing.stream().anyMatch(key -> key.startsWith(name)), name);
            } else if (!dead.remove(name) && !existing.contains(name) && !looksLikeAFile(name)) {
                missing.add(name);
            }
        }
        assertTrue(missing.isEmpty(), "keys without a text: " + missing);
        assertTrue(dead.isEmpty(), "texts that nothing uses: " + dead);
    }

    /// Every key that there is a text for.
    private static Set<String> existing() throws IOException {
        Set<String> existing = new TreeSet<>();
        for (String room : rooms()) {
            existing.addAll(load(room + ".properties").stringPropertyNames());
        }
        return existing;
    }

    /// Every key, and beginning of keys, that the source names.
    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        Pattern literal = Pattern.compile("\"((?:" + String.join("|", rooms()) + ")\\.[a-z0-9.-]+)\"");
        try (Stream<Path> sources = Files.walk(MAIN.resolve("java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(source)).results().forEach(r -> named.add(r.group(1)));
            }
        }
        return named;
    }

    private static boolean looksLikeAFile(String name) {
        return name.matches(".*\\.(csv|toml|json|properties|css|png|md|lock|yml|yaml|xml|txt|html|pdf|zip)");
    }

    private static Set<String> slots(String text) {
        Set<String> slots = new TreeSet<>();
        SLOT.matcher(text).results().forEach(r -> slots.add(r.group()));
        return slots;
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".properties") && !n.contains("_"))
                    .map(n -> n.replace(".properties", "")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
