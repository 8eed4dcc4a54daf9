package org.commonwright.review.card;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.commonwright.design.DesignModule;
import org.commonwright.design.check.FileLicences;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.git.FileChange;
import org.commonwright.licence.Inclusion;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.ModuleLicence;
import org.commonwright.licence.TreeCheck;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.model.RepoPath;

/// The alarms about licences: a module's changed, the text of one changed, a file came under another one than its module's.
final class LicenceAlarms {
    private static final String TEXT = "(?i)(licen[cs]e|copying)([-._].*)?";
    private static final int SHOWN = 4;

    private final Change change;
    private final List<Problem> alarms = new ArrayList<>();

    private LicenceAlarms(Change change) {
        this.change = change;
    }

    static List<Problem> of(Change change) {
        var licences = new LicenceAlarms(change);
        licences.modules();
        licences.texts();
        licences.files();
        return licences.alarms;
    }

    /// Modules that inherit a licence change with the one above them and are told together.
    private void modules() {
        SequencedMap<String, ModuleLicence> before = flat(LicenceStates.licences(change.before()));
        SequencedMap<String, ModuleLicence> after = flat(LicenceStates.licences(change.after()));
        SequencedMap<List<String>, List<ModuleLicence>> changed = new LinkedHashMap<>();
        after.forEach((path, now) -> {
            ModuleLicence then = before.get(path);
            if (then != null && !then.expression().equals(now.expression())) {
                changed.computeIfAbsent(List.of(then.expression(), now.expression()), _ -> new ArrayList<>()).add(now);
            }
        });
        changed.forEach((expressions, modules) -> {
            String names = String.join(", ", modules.stream().limit(SHOWN).map(ModuleLicence::name).toList());
            Place place = place(modules.getFirst().path());
            if (expressions.getLast().isEmpty()) {
                alarms.add(Problem.error(place, "consequence.alarm-licence-gone", names, expressions.getFirst()));
            } else if (expressions.getFirst().isEmpty()) {
                alarms.add(Problem.note(place, "consequence.alarm-licence-new", names, expressions.getLast()));
            } else {
                alarms.add(Problem.warning(place, "consequence.alarm-licence-changed", names, expressions.getFirst(),
                        expressions.getLast()));
            }
        });
    }

    /// The manifest that says the licence, where there is one.
    private Place place(String path) {
        return change.after().modules().stream().filter(module -> module.source().own() && path(module).equals(path))
                .map(DesignModule::manifest).filter(Objects::nonNull)
                .map(manifest -> Place.file(manifest.file().text())).findFirst().orElse(Place.file(path));
    }

    private static SequencedMap<String, ModuleLicence> flat(ModuleLicence root) {
        SequencedMap<String, ModuleLicence> byPath = new LinkedHashMap<>();
        Deque<ModuleLicence> todo = new ArrayDeque<>(List.of(root));
        while (!todo.isEmpty()) {
            ModuleLicence module = todo.pop();
            if (byPath.putIfAbsent(module.path(), module) == null) {
                module.modules().reversed().forEach(todo::push);
            }
        }
        return byPath;
    }

    private void texts() {
        for (FileChange file : change.files()) {
            boolean text = file.path().fileName().matches(TEXT) || file.path().parent().text().equals("LICENSES");
            if (text && file.kind() == FileChange.Kind.REMOVED) {
                alarms.add(Problem.error(Place.file(file.path().text()), "consequence.alarm-text-gone"));
            } else if (text && file.kind() == FileChange.Kind.MODIFIED) {
                alarms.add(Problem.warning(Place.file(file.path().text()), "consequence.alarm-text-changed"));
            }
        }
    }

    private void files() {
        var before = new FileLicences(change.filesBefore());
        var after = new FileLicences(change.filesAfter());
        var check = new TreeCheck(LicenceTable.load());
        Map<String, ModuleLicence> modules = flat(LicenceStates.licences(change.after()));
        for (FileChange file : change.files()) {
            if (file.kind() == FileChange.Kind.REMOVED || file.link()) {
                continue;
            }
            String now = String.join(" AND ", after.of(file.path()));
            RepoPath then = file.oldPath();
            if (now.isEmpty() || then != null && now.equals(String.join(" AND ", before.of(then)))) {
                continue;
            }
            change.moduleAfter(file.path()).map(module -> modules.get(path(module)))
                    .ifPresent(module -> file(file.path().text(), now, module, check));
        }
    }

    private static String path(DesignModule module) {
        return module.path().isRoot() ? "." : module.path().text();
    }

    private void file(String file, String licence, ModuleLicence module, TreeCheck check) {
        if (module.expression().isEmpty() || FileLicences.isSame(licence, module.expression())) {
            return;
        }
        var inner = new ModuleLicence(file, file, licence, Inclusion.SOURCE, List.of());
        var outer = new ModuleLicence(module.path(), module.name(), module.expression(), Inclusion.SOURCE,
                List.of(inner));
        boolean conflict = check.check(outer, User.of(UserKind.FIRM), Use.SELL).problems().stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        Place place = Place.file(file);
        alarms.add(conflict
                ? Problem.error(place, "consequence.alarm-file-conflict", licence, module.name(), module.expression())
                : Problem.warning(place, "consequence.alarm-file-licence", licence, module.name(),
                        module.expression()));
    }
}
