package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;
import org.commonwright.review.merge.ManifestMerge;
import org.commonwright.review.merge.ManifestMerge.Field;

/// One manifest in a merge, by fields; each in question is asked with the lines that stand for it.
final class ManifestFileMerge {
    private static final Pattern NAME = Pattern.compile("(commons|okh([-_.].*)?|.*\\.okh)\\.toml");

    private final ManifestMerge merge;
    private final List<MergeConflict> conflicts = new ArrayList<>();

    ManifestFileMerge(RepoPath file, ManifestMerge merge) {
        this.merge = merge;
        for (Field field : merge.conflicts()) {
            conflicts.add(
                    new MergeConflict.Text(file, conflicts.size(), field.base(), field.ours(), field.theirs()));
        }
    }

    static boolean isManifest(RepoPath file) {
        return NAME.matcher(file.fileName()).matches();
    }

    List<MergeConflict> conflicts() {
        return conflicts;
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
