package org.commonwright.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.settings.Preferences.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private final List<Fault> troubles = new ArrayList<>();

    private SettingsFile open() {
        return new SettingsFile(folder.resolve("deep/settings.json"), troubles::add);
    }

    @Test
    void whatWasSetIsThereAfterARestart() {
        try (SettingsFile settings = open()) {
            var preferences = new Preferences(settings);
            assertEquals(Locale.ENGLISH, preferences.language(Locale.ENGLISH));
            preferences.speak(Locale.FRENCH);
            preferences.theme(ThemeChoice.DARK);
            preferences.textSize(500);
        }
        try (SettingsFile settings = open()) {
            var preferences = new Preferences(settings);
            assertEquals(Locale.FRENCH, preferences.language(Locale.ENGLISH));
            assertEquals(ThemeChoice.DARK, preferences.theme());
            assertEquals(200, preferences.textSize());
        }
        assertEquals(List.of(), troubles);
    }

    @Test
    void anUnreadableFileIsSetAsideAndNotLost() throws IOException {
        Path file = folder.resolve("deep/settings.json");
        Files.createDirectories(file.getParent());
        for (String broken : List.of("{\"preferences\": {", "[1, 2]", "", "\u0000\u0001")) {
            Files.writeString(file, broken);
            try (SettingsFile settings = open()) {
                new Preferences(settings).theme(ThemeChoice.LIGHT);
            }
            assertEquals("settings.set-aside", troubles.getLast().code(), broken);
            try (Stream<Path> siblings = Files.list(file.getParent())) {
                assertTrue(siblings.anyMatch(sibling -> holds(sibling, broken)), "lost: " + broken);
            }
            try (SettingsFile settings = open()) {
                assertEquals(ThemeChoice.LIGHT, new Preferences(settings).theme());
            }
        }
        assertEquals(4, troubles.size());
    }

    @Test
    void aFolderInTheFilesPlaceIsKeptAndNothingIsWritten() throws IOException {
        Path file = folder.resolve("deep/settings.json");
        Files.createDirectories(file.resolve("inside"));
        try (SettingsFile settings = open()) {
            new Preferences(settings).theme(ThemeChoice.LIGHT);
        }
        assertTrue(Files.isDirectory(file.resolve("inside")));
        assertFalse(troubles.isEmpty());
    }

    @Test
    void recentDesignsAreNewestFirstOnceEachAndTwelveAtMost() {
        try (SettingsFile settings = open()) {
            var recents = new RecentDesigns(settings);
            for (int i = 0; i < 20; i++) {
                recents.opened(new Recent(Path.of("/designs/" + i), "design " + i, Instant.ofEpochSecond(i), ""));
            }
            recents.opened(new Recent(Path.of("/designs/15"), "fifteen", Instant.ofEpochSecond(99), "picture.png"));
            recents.forget(Path.of("/designs/19"));
            List<Recent> list = recents.list();
            assertEquals(11, list.size());
            assertEquals("fifteen", list.getFirst().name());
            assertEquals(1, list.stream().filter(r -> r.folder().endsWith("15")).count());
        }
    }

    @Test
    void nonsenseAmongTheRecentDesignsIsLeftOut() throws IOException {
        Path file = folder.resolve("deep/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"recentDesigns": [7, {"folder": "/a"}, {"folder": "/b", "name": "b", "opened": "2026-01-01T00:00:00Z"}]}
                """);
        try (SettingsFile settings = open()) {
            assertEquals(List.of("b"), new RecentDesigns(settings).list().stream().map(Recent::name).toList());
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(text);
        } catch (IOException _) {
            return false;
        }
    }
}
