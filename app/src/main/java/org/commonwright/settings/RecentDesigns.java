package org.commonwright.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The designs that were open last, newest first, at most twelve.
public final class RecentDesigns {
    private static final String SECTION = "recentDesigns";
    private static final int MOST = 12;

    private final SettingsFile settings;

    public RecentDesigns(SettingsFile settings) {
        this.settings = settings;
    }

    public List<Recent> list() {
        List<Recent> recents = new ArrayList<>();
        for (JsonNode entry : settings.section(SECTION)) {
            read(entry).ifPresent(recents::add);
        }
        return recents;
    }

    /// Puts a design first.
    public void opened(Recent recent) {
        List<Recent> recents = without(recent.folder());
        recents.addFirst(recent);
        write(recents.size() > MOST ? recents.subList(0, MOST) : recents);
    }

    /// Takes a design off the list; its folder stays as it is.
    public void forget(Path folder) {
        write(without(folder));
    }

    private List<Recent> without(Path folder) {
        List<Recent> recents = list();
        recents.removeIf(r -> r.folder().equals(folder));
        return recents;
    }

    private void write(List<Recent> recents) {
        ArrayNode array = SettingsFile.object().arrayNode();
        for (Recent recent : recents) {
            array.addObject().put("folder", recent.folder().toString()).put("name", recent.name())
                    .put("opened", recent.opened().toString()).put("picture", recent.picture());
        }
        settings.put(SECTION, array);
    }

    /// An entry that somebody edited into nonsense is left out, as a list of suggestions may.
    private static Optional<Recent> read(JsonNode entry) {
        try {
            String folder = entry.path("folder").asText();
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Recent(Path.of(folder), entry.path("name").asText(),
                            Instant.parse(entry.path("opened").asText()), entry.path("picture").asText("")));
        } catch (InvalidPathException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
