package org.commonwright.design.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The identifiers of the SPDX licence list, from `spdx-ids.txt` beside this class.
final class SpdxIds {
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> deprecated = new HashMap<>();
    private final Map<String, String> exceptions = new HashMap<>();

    SpdxIds() {
        try (InputStream in = SpdxIds.class.getResourceAsStream("spdx-ids.txt")) {
            if (in == null) {
                throw new IllegalStateException("spdx-ids.txt is not beside SpdxIds");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        Map<String, String> to = line.startsWith("-")
                                ? deprecated
                                : line.startsWith("+") ? exceptions : ids;
                        String id = to == ids ? line : line.substring(1);
                        to.put(id.toLowerCase(Locale.ROOT), id);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program", e);
        }
    }

    /// Whether it is on the list as it is written, deprecated or not, or is a licence of one's own (`LicenseRef-…`).
    boolean isKnown(String id) {
        return isOwn(id) || ids.containsValue(id) || deprecated.containsValue(id);
    }

    boolean isOwn(String id) {
        return id.matches("(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");
    }

    boolean isDeprecated(String id) {
        return deprecated.containsValue(id);
    }

    boolean isException(String id) {
        return exceptions.containsValue(id) || id.matches("AdditionRef-[A-Za-z0-9.-]+");
    }

    /// What a misspelt identifier stands for: the same in other capitals or with other signs between its words. Several where it
    /// may mean more than one; none where nobody can tell.
    List<String> meant(String written) {
        String key = plain(written);
        List<String> same = ids.values().stream().filter(id -> plain(id).equals(key)).sorted().toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<String> versions = ids.values().stream()
                .filter(id -> plain(id).equals(key + "only") || plain(id).equals(key + "orlater")).sorted().toList();
        return versions.isEmpty()
                ? ids.values().stream().filter(id -> plain(id).equals(key + "0") || plain(id).equals(key + "10")
                        || plain(id).equals(key + "only") || plain(id).equals(key + "0only")
                        || plain(id).equals(key + "0orlater")).sorted().toList()
                : versions;
    }

    /// The licence of that name in other capitals.
    Optional<String> spelt(String id) {
        return Optional.ofNullable(ids.get(id.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(deprecated.get(id.toLowerCase(Locale.ROOT))));
    }

    /// `GPL v3`, `gpl-3`, `CERN OHL S 2.0` without what people write between.
    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("(?<=[^a-z]|^)v(ersion)?\\s*(?=\\d)", "")
                .replaceAll("(licen[cs]e|the|version)", "").replaceAll("[^a-z0-9+]+", "");
    }
}
