package org.commonwright.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.read.BomReader;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.git.MergePlan;
import org.commonwright.git.PathConflict;
import org.commonwright.git.TextMerge;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// A merge that is being prepared: bills of materials by part and cell, manifests by field, texts by line, everything else
/// whole, and large files (Git LFS) too. Nothing is written before every conflict is decided.
public final class MergeWork {
    /// Which way of merging this is. It rises whenever some two sides merge to other bytes than before: a gate makes every merge
    /// again, and what another version made may differ.
    public static final int VERSION = 1;
    static final long LIMIT = BomReader.LIMIT;

    private final GitRepository repository;
    private final MergePlan plan;
    private final BomSides sides;
    private final Map<RepoPath, BomFileMerge> boms = new LinkedHashMap<>();
    private final Map<RepoPath, TextFileMerge> texts = new LinkedHashMap<>();
    private final Map<RepoPath, ManifestFileMerge> manifests = new LinkedHashMap<>();
    private final List<MergeConflict> conflicts = new ArrayList<>();

    private MergeWork(GitRepository repository, MergePlan plan) {
        this.repository = repository;
        this.plan = plan;
        this.sides = new BomSides(repository, plan);
        plan.conflicts().forEach(this::open);
    }

    /// @param ours the branch that is to change
    /// @param theirs what is to be merged into it
    /// @throws Fault `review.unrelated` when the histories share no commit, `merging.shallow` when what they share may have been left out here
    public static MergeWork plan(GitRepository repository, CommitId ours, CommitId theirs) {
        MergePlan plan = repository.merges().plan(ours, theirs);
        if (plan.base().isEmpty()) {
            throw repository.isShallow()
                    ? new Fault("merging.shallow", theirs.abbreviated(), repository.folder())
                    : new Fault("review.unrelated", theirs.abbreviated());
        }
        return new MergeWork(repository, plan);
    }

    /// What a person has to decide, in the order of the files.
    public List<MergeConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /// Files that both sides changed and that merged without a question.
    public List<RepoPath> merged() {
        return plan.conflicts().stream().map(PathConflict::path)
                .filter(path -> conflicts.stream().noneMatch(c -> c.file().equals(path))).toList();
    }

    /// What will stand at a conflict with these choices: the row of a table, the lines of a text; empty for a file that is taken
    /// whole, and for what will be gone. What is not decided says what ours says. Reads and writes nothing.
    ///
    /// @throws Fault for a value that no table should hold
    public String shows(MergeConflict conflict, Map<MergeConflict, Resolution> choices) {
        Resolution choice = choices.getOrDefault(conflict, new Resolution.Ours());
        return switch (conflict) {
            case MergeConflict.Cell(var file, _, var cell) -> Objects.requireNonNull(boms.get(file)).row(cell, choices);
            case MergeConflict.Text(_, _, _, var ours, var theirs) -> switch (choice) {
                case Resolution.Ours _ -> ours;
                case Resolution.Theirs _ -> theirs;
                case Resolution.Value(String text) -> text;
            };
            case MergeConflict.Whole _ -> "";
        };
    }

    /// Writes the merge commit.
    ///
    /// @param choices one for each conflict
    /// @param draft people, time, message
    /// @throws Fault `review.unresolved` naming the first conflict without a choice; nothing was written
    public CommitId commit(Map<MergeConflict, Resolution> choices, CommitDraft draft) {
        for (MergeConflict conflict : conflicts) {
            if (!choices.containsKey(conflict)) {
                throw new Fault("review.unresolved", conflict.file(), conflicts.size() - choices.size());
            }
        }
        var edits = new LinkedHashMap<RepoPath, TreeEdit>();
        boms.forEach((path, merge) -> edits.put(path, new TreeEdit.Write(merge.resolved(choices))));
        manifests.forEach((path, merge) -> edits.put(path, new TreeEdit.Write(merge.resolved(choices))));
        texts.forEach((path, merge) -> edits.put(path, new TreeEdit.Write(merge.resolved(choices))));
        for (MergeConflict conflict : conflicts) {
            if (conflict instanceof MergeConflict.Whole(RepoPath file, PathConflict path)) {
                Version version = switch (choices.get(conflict)) {
                    case Resolution.Theirs _ -> path.theirs();
                    case Resolution.Ours _ -> path.ours();
                    case Resolution.Value _ -> throw new Fault("review.whole-file", file);
                };
                edits.put(file, version == null ? new TreeEdit.Delete() : new TreeEdit.Use(version));
            }
        }
        return repository.merges().commit(plan, edits, draft);
    }

    MergePlan plan() {
        return plan;
    }

    /// Whether a file that both sides changed is taken as one of them has it.
    boolean isWhole(RepoPath file) {
        return !boms.containsKey(file) && !manifests.containsKey(file) && !texts.containsKey(file);
    }

    /// Whether a file that both sides changed can say this when each conflict in it is settled as one of them, or their common
    /// ancestor, has it.
    ///
    /// @throws Fault `merging.too-alike`
    boolean canSay(RepoPath file, byte[] bytes, Progress watch) {
        BomFileMerge bom = boms.get(file);
        ManifestFileMerge manifest = manifests.get(file);
        TextFileMerge text = texts.get(file);
        return bom != null && bom.canSay(bytes, watch) || manifest != null && manifest.canSay(bytes, watch)
                || text != null && text.canSay(bytes);
    }

    private void open(PathConflict conflict) {
        RepoPath path = conflict.path();
        if (conflict.isContent() && !isLarge(conflict)) {
            Optional<BomFileMerge> bom = sides.merge(conflict);
            if (bom.isPresent()) {
                boms.put(path, bom.get());
                conflicts.addAll(bom.get().conflicts());
                return;
            }
            byte[] base = conflict.base() == null ? new byte[0] : bytes(conflict.base());
            byte[] ours = bytes(conflict.ours());
            byte[] theirs = bytes(conflict.theirs());
            Optional<ManifestFileMerge> fields = ManifestFileMerge.of(path, base, ours, theirs);
            if (fields.isPresent()) {
                manifests.put(path, fields.get());
                conflicts.addAll(fields.get().conflicts());
                return;
            }
            if (!isOneThing(path) && !LineDiff.isBinary(base) && !LineDiff.isBinary(ours)
                    && !LineDiff.isBinary(theirs)) {
                var merge = new TextFileMerge(path, TextMerge.of(base, ours, theirs));
                texts.put(path, merge);
                conflicts.addAll(merge.conflicts());
                return;
            }
        }
        conflicts.add(new MergeConflict.Whole(path, conflict));
    }

    /// A pointer mixed from two would stand for nothing.
    private boolean isLarge(PathConflict conflict) {
        return Stream.of(bytes(conflict.base()), bytes(conflict.ours()), bytes(conflict.theirs()))
                .anyMatch(bytes -> LfsPointer.of(bytes).isPresent());
    }

    /// Texts whose lines mean nothing by themselves: a mesh or a program mixed from two is neither.
    private static boolean isOneThing(RepoPath path) {
        return path.fileName().toLowerCase(Locale.ROOT).matches(".*\\.(stl|gcode|nc|hex|svg)");
    }

    private byte[] bytes(@Nullable Version version) {
        return version == null ? new byte[0] : repository.blob(version.blob(), BomReader.LIMIT);
    }
}
