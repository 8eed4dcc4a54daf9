package org.commonwright.design.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// The licence that a folder's own files leave no doubt about: an SPDX line, a text that is one licence's and no other's, or the
/// one text under `LICENSES/`. The GNU licences' texts do not say whether later versions are meant, so they decide nothing.
final class LicenceGuess {
    private static final long LIMIT = 256 << 10;
    private static final Pattern NAME = Pattern.compile("(?i)(?:UN)?LICEN[CS]E([-_.].*)?|COPYING([-_.].*)?");
    private static final Pattern SPDX = Pattern
            .compile("SPDX-License-Identifier:\\s*([A-Za-z0-9.+-]+(?:\\s+(?:AND|OR|WITH)\\s+[A-Za-z0-9.+-]+)*+)");
    private static final String TEXTS = "LICENSES";

    /// Words of a licence's own text, in small letters with single spaces; all have to be there.
    private record Known(String id, List<String> words) {}

    private static final List<Known> KNOWN = List.of(
            new Known("CERN-OHL-S-2.0", List.of("cern open hardware licence version 2 - strongly reciprocal")),
            new Known("CERN-OHL-W-2.0", List.of("cern open hardware licence version 2 - weakly reciprocal")),
            new Known("CERN-OHL-P-2.0", List.of("cern open hardware licence version 2 - permissive")),
            new Known("CERN-OHL-1.2", List.of("cern open hardware licence v1.2")),
            new Known("TAPR-OHL-1.0", List.of("tapr open hardware license", "version 1.0")),
            new Known("Apache-2.0", List.of("apache license", "version 2.0, january 2004")),
            new Known("MIT", List.of("permission is hereby granted, free of charge, to any person obtaining a copy",
                    "the above copyright notice and this permission notice")),
            new Known("CC0-1.0", List.of("cc0 1.0 universal")),
            new Known("CC-BY-4.0", List.of("attribution 4.0 international", "adapter's license")),
            new Known("CC-BY-SA-4.0", List.of("attribution-sharealike 4.0 international", "adapter's license")),
            new Known("MPL-2.0", List.of("mozilla public license version 2.0")),
            new Known("Unlicense", List.of("this is free and unencumbered software released into the public domain")));

    private LicenceGuess() {}

    static Optional<String> of(FileTree tree, RepoPath folder) {
        Set<String> found = new TreeSet<>();
        boolean doubt = false;
        for (RepoPath file : tree.files()) {
            if (file.parent().equals(folder) && NAME.matcher(file.fileName()).matches()) {
                Optional<String> id = id(tree, file);
                id.ifPresent(found::add);
                doubt |= id.isEmpty();
            }
        }
        if (found.isEmpty() && !doubt) {
            RepoPath texts = folder.resolve(TEXTS);
            tree.files().stream().filter(f -> f.parent().equals(texts)).map(RepoPath::fileName)
                    .map(name -> name.replaceFirst("\\.(?:txt|md)$", "")).forEach(found::add);
        }
        return found.size() == 1 && !doubt ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static Optional<String> id(FileTree tree, RepoPath file) {
        if (tree.size(file) > LIMIT) {
            return Optional.empty();
        }
        String text = new String(tree.read(file, LIMIT), StandardCharsets.UTF_8);
        Matcher spdx = SPDX.matcher(text);
        if (spdx.find()) {
            return Optional.of(spdx.group(1));
        }
        String plain = text.toLowerCase(Locale.ROOT).replace('–', '-').replaceAll("\\s+", " ");
        List<String> ids = KNOWN.stream().filter(k -> k.words.stream().allMatch(plain::contains)).map(Known::id)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }
}
