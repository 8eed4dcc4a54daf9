package org.commonwright.design.kicad;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// The ways from the root to each sheet of KiCad 4 or 5, as components name them: the identifiers of the sheets on the way, such as
/// `/56AC389C`. A component keeps the reference that it had in hierarchies that are no more; only those of ways that are there count.
final class LegacyPaths {
    private static final Pattern SHEET_FILE = Pattern.compile("F1 \"([^\"]*)\".*");
    private static final Pattern SHEET_ID = Pattern.compile("U ([0-9A-Fa-f]{1,16})\\s*");
    /// More ways than any board has; sheets that contain each other have endless ones.
    private static final int MOST = 10_000;
    private static final int DEEPEST = 30;

    private LegacyPaths() {}

    /// A sheet on a sheet: its identifier there, and its file.
    private record Below(String id, String file) {}

    private record Way(RepoPath file, String path, int depth) {}

    /// @param texts of the sheets
    /// @param roots where the ways begin
    /// @return the ways to each file that one leads to; the root's is empty
    static Map<RepoPath, Set<String>> of(Map<RepoPath, String> texts, Collection<RepoPath> roots) {
        Map<RepoPath, List<Below>> below = new HashMap<>();
        Map<RepoPath, Set<String>> paths = new HashMap<>();
        Deque<Way> todo = new ArrayDeque<>();
        roots.stream().filter(texts::containsKey).forEach(root -> todo.add(new Way(root, "", 0)));
        for (int count = 0; !todo.isEmpty() && count < MOST; count++) {
            Way way = todo.poll();
            if (!paths.computeIfAbsent(way.file(), _ -> new HashSet<>()).add(way.path()) || way.depth() == DEEPEST) {
                continue;
            }
            for (Below sheet : below.computeIfAbsent(way.file(), file -> below(texts.get(file)).toList())) {
                Optional<RepoPath> file = RelativePath.resolve(way.file().parent(), sheet.file());
                file.filter(texts::containsKey).ifPresent(
                        f -> todo.add(new Way(f, way.path() + "/" + sheet.id(), way.depth() + 1)));
            }
        }
        return paths;
    }

    /// The files of the sheets below a sheet.
    static Stream<String> files(String text) {
        return below(text).map(Below::file);
    }

    private static Stream<Below> below(String text) {
        String[] id = {""};
        return text.lines().<Below>mapMulti((row, found) -> {
            Matcher written = SHEET_ID.matcher(row);
            Matcher file = SHEET_FILE.matcher(row);
            if (row.equals("$Sheet")) {
                id[0] = "";
            } else if (written.matches()) {
                id[0] = written.group(1);
            } else if (file.matches()) {
                found.accept(new Below(id[0], file.group(1)));
            }
        });
    }
}
