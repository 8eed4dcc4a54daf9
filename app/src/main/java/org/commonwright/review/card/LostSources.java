package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.model.RepoPath;

/// The alarm that a source was taken out while what was made from it stays: nobody could change that part any more.
final class LostSources {
    private static final int SHOWN = 3;

    private LostSources() {}

    static List<Problem> of(Change change) {
        List<Problem> alarms = new ArrayList<>();
        for (FileChange file : change.files()) {
            if (file.kind() == FileChange.Kind.REMOVED && !file.link()) {
                change.moduleBefore(file.path()).filter(module -> role(module, file.path()) == FileRole.SOURCE)
                        .flatMap(_ -> change.moduleAfter(file.path()))
                        .flatMap(module -> alarm(file.path(), module)).ifPresent(alarms::add);
            }
        }
        return alarms;
    }

    private static FileRole role(DesignModule module, RepoPath path) {
        return module.files().stream().filter(file -> file.path().equals(path)).map(ModuleFile::role).findFirst()
                .orElse(FileRole.OTHER);
    }

    private static Optional<Problem> alarm(RepoPath source, DesignModule module) {
        List<RepoPath> made = module.files().stream()
                .filter(file -> file.role() == FileRole.EXPORT || file.role() == FileRole.FABRICATION)
                .map(ModuleFile::path).filter(file -> isMadeOf(source, file))
                .filter(file -> module.files(FileRole.SOURCE).stream().noneMatch(s -> isMadeOf(s.path(), file)))
                .toList();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        String named = made.stream().limit(SHOWN).map(RepoPath::text).collect(Collectors.joining(", "));
        return Optional.of(Problem.error(Place.file(source.text()), "consequence.alarm-source-gone",
                made.size() > SHOWN ? named + ", …" : named));
    }

    /// `arm.scad` is what `arm.stl` and `arm-left.stl` are made from.
    private static boolean isMadeOf(RepoPath source, RepoPath export) {
        String from = stem(source);
        String to = stem(export);
        return to.equals(from) || to.startsWith(from + "-");
    }

    private static String stem(RepoPath file) {
        String name = file.fileName();
        int dot = name.indexOf('.', 1);
        return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
