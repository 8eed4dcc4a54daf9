package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;
import org.commonwright.review.merge.FieldMerge;
import org.commonwright.review.merge.ManifestMerge;
import org.commonwright.review.merge.YamlMerge;
import org.commonwright.review.merge.FieldMerge.Field;
import org.commonwright.task.Progress;

/// One manifest in a merge, by fields; each in question is asked with the lines that stand for it.
final class ManifestFileMerge {
    private static final Pattern NAME = Pattern
            .compile("(commons|okh([-_.].*)?|.*\\.okh)\\.toml|(okh([-_.].*)?|.*\\.okh)\\.ya?ml");

    private final FieldMerge merge;
    private final List<MergeConflict> conflicts = new ArrayList<>();

    private ManifestFileMerge(RepoPath file, FieldMerge merge) {
        this.merge = merge;
        for (Field field : merge.conflicts()) {
            conflicts.add(
                    new MergeConflict.Text(file, conflicts.size(), field.base(), field.ours(), field.theirs()));
        }
    }

    /// @return empty for a file that is none, or cannot be merged so
    static Optional<ManifestFileMerge> of(RepoPath file, byte[] base, byte[] ours, byte[] theirs) {
        Optional<? extends FieldMerge> merge = !NAME.matcher(file.fileName()).matches()
                ? Optional.empty()
                : file.fileName().endsWith(".toml")
                        ? ManifestMerge.of(base, ours, theirs)
                        : YamlMerge.of(base, ours, theirs);
        return merge.map(fields -> new ManifestFileMerge(file, fields));
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    /// As [FieldMerge#canSay], however the tables are told apart.
    boolean canSay(byte[] said, Progress watch) {
        return merge.canSay(said)
                || merge instanceof ManifestMerge && new Retold(conflicts, this::resolved, said, watch).isPossible();
    }

    byte[] resolved(Map<MergeConflict, Resolution> choices) {
        List<Field> fields = merge.conflicts();
        return merge.resolved(field -> switch (choices.get(conflicts.get(fields.indexOf(field)))) {
            case Resolution.Ours _ -> field.ours();
            case Resolution.Theirs _ -> field.theirs();
            case Resolution.Value(String text) -> text;
        });
    }
}
