package org.commonwright.design.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.ChangedFile;
import org.commonwright.design.fix.EditedFiles;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.fix.Fixing;
import org.commonwright.error.Fault;
import org.commonwright.files.FolderTree;
import org.commonwright.model.RepoPath;

/// Makes many fixes of a design as one step.
public final class FixRun {
    /// A fix may leave another one without a choice; there is no need to go on for ever.
    private static final int ROUNDS = 8;

    private final Path folder;
    private final boolean dry;

    /// @param dry whether nothing is written
    public FixRun(Path folder, boolean dry) {
        this.folder = folder;
        this.dry = dry;
    }

    /// A fix that was made.
    public record Made(String id, Fix fix) {}

    /// @param made in the order in which they were made
    /// @param changes each file once, as it was before all and as it is after all, to be shown and taken back
    public record Result(List<Made> made, List<ChangedFile> changes) {
        public Result {
            made = List.copyOf(made);
            changes = List.copyOf(changes);
        }
    }

    /// Makes the fixes with these ids, all or none.
    ///
    /// @throws Fault `design.fix-unknown`, `design.fix-stale`, `files.not-written`
    public Result chosen(List<Finding> findings, List<String> ids) {
        List<Made> chosen = new ArrayList<>();
        for (String id : ids) {
            chosen.add(new Made(id, find(findings, id)));
        }
        var files = new EditedFiles(new FolderTree(folder));
        chosen.forEach(made -> files.make(made.fix()));
        List<ChangedFile> changes = files.changes();
        write(changes);
        return new Result(chosen, changes);
    }

    private static Fix find(List<Finding> findings, String id) {
        for (Finding finding : findings) {
            for (int i = 0; i < finding.fixes().size(); i++) {
                boolean only = finding.fixes().size() == 1 && id.equals(finding.id());
                if (only || id.equals(finding.fixId(i + 1))) {
                    return finding.fixes().get(i);
                }
            }
        }
        throw new Fault("design.fix-unknown", id);
    }

    /// Makes every fix that leaves no choice; one that another one made impossible is tried again on what is found then.
    ///
    /// @param again checks the files as they are by now; never called when nothing is written
    public Result clear(List<Finding> findings, Supplier<List<Finding>> again) {
        List<Made> made = new ArrayList<>();
        Map<RepoPath, ChangedFile> changes = new LinkedHashMap<>();
        List<Finding> now = findings;
        for (int round = 0; round < ROUNDS; round++) {
            var files = new EditedFiles(new FolderTree(folder));
            int before = made.size();
            for (Finding finding : now) {
                finding.clearFix().filter(fix -> isMade(files, fix))
                        .ifPresent(fix -> made.add(new Made(finding.fixId(1), fix)));
            }
            List<ChangedFile> written = files.changes();
            write(written);
            written.forEach(change -> changes.merge(change.file(), change,
                    (first, next) -> new ChangedFile(change.file(), first.before(), next.after())));
            if (dry || made.size() == before || written.isEmpty()) {
                break;
            }
            now = again.get();
        }
        return new Result(made, new ArrayList<>(changes.values()));
    }

    private static boolean isMade(EditedFiles files, Fix fix) {
        try {
            files.make(fix);
            return true;
        } catch (Fault fault) {
            if (fault.code().equals("design.fix-stale")) {
                return false;
            }
            throw fault;
        }
    }

    private void write(List<ChangedFile> changes) {
        if (!dry) {
            Fixing.write(folder, changes);
        }
    }
}
