package org.commonwright.licence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.error.Problem.Severity;
import org.commonwright.i18n.Messages;

/// Answers for a module tree: every module's own verdict, and whether the modules may be combined at all. A licence binds
/// through every level, so each module is held against every module above it, not only against the next.
public final class TreeCheck {
    private final LicenceTable table;
    private final LicenceCheck check;

    public TreeCheck(LicenceTable table) {
        this.table = table;
        this.check = new LicenceCheck(table);
    }

    public TreeVerdict check(ModuleLicence root, User user, Use use) {
        var modules = new ArrayList<TreeVerdict.ModuleVerdict>();
        var problems = new LinkedHashSet<Problem>();
        Map<ModuleLicence, Map<String, Above>> above = new IdentityHashMap<>();
        for (ModuleLicence module : TreeOrder.of(root, false)) {
            Verdict verdict = check.check(module.expression(), user, use);
            modules.add(new TreeVerdict.ModuleVerdict(module, verdict));
            if (terms(module.expression()).isEmpty()) {
                problems.add(Problem.error(Place.file(module.path()), verdict.reason().key(),
                        verdict.reason().arguments().toArray()));
            }
            Map<String, Above> outers = above.getOrDefault(module, Map.of());
            outers.values().forEach(outer -> compare(outer, module).ifPresent(problems::add));
            hand(module, outers, above);
        }
        Verdict overall = modules.getFirst().verdict();
        for (TreeVerdict.ModuleVerdict module : modules) {
            if (module.verdict().stricterThan(overall)) {
                overall = module.verdict();
            }
        }
        Optional<Problem> conflict = problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
        if (conflict.isPresent() && use != Use.STUDY && overall.answer() != Answer.NO) {
            overall = refusal(overall, conflict.get());
        }
        return new TreeVerdict(overall, modules, bought(root, modules, user, use), List.copyOf(problems));
    }

    /// Parts that are bought as they are: each has its own terms, which bind nobody else.
    private List<TreeVerdict.ModuleVerdict> bought(ModuleLicence root, List<TreeVerdict.ModuleVerdict> inside,
            User user, Use use) {
        Set<ModuleLicence> known = Collections.newSetFromMap(new IdentityHashMap<>());
        inside.forEach(m -> known.add(m.module()));
        return TreeOrder.of(root, true).stream().filter(m -> !known.contains(m))
                .map(m -> new TreeVerdict.ModuleVerdict(m, check.check(m.expression(), user, use))).toList();
    }

    /// To study a tree whose licences conflict is free; to change, make or order it passes the combination on.
    private static Verdict refusal(Verdict own, Problem conflict) {
        String clause = conflict.arguments().getLast().toString();
        return new Verdict(Answer.NO, own.licence(), clause, new Messages.Key(conflict.code(), conflict.arguments()),
                List.of());
    }

    /// A licence that holds above a module, the module that has it, and how far away it is. Of several modules above with
    /// the same licence the nearest is kept.
    private record Above(String name, String expression, Inclusion inclusion, boolean direct) {
        Above nearer(Above other) {
            int order = inclusion.compareTo(other.inclusion);
            return order != 0 ? (order < 0 ? this : other) : direct ? this : other;
        }
    }

    private static void hand(ModuleLicence module, Map<String, Above> outers,
            Map<ModuleLicence, Map<String, Above>> above) {
        for (ModuleLicence inner : module.modules()) {
            Map<String, Above> inners = above.computeIfAbsent(inner, _ -> new LinkedHashMap<>());
            for (Above outer : outers.values()) {
                var farther = new Above(outer.name(), outer.expression(),
                        outer.inclusion().farther(inner.inclusion()), false);
                inners.merge(farther.expression(), farther, Above::nearer);
            }
            var direct = new Above(module.name(), module.expression(), inner.inclusion(), true);
            inners.merge(direct.expression(), direct, Above::nearer);
        }
    }

    private Optional<Problem> compare(Above outer, ModuleLicence inner) {
        return compare(outer.expression(), inner.expression(), outer.inclusion())
                .filter(f -> outer.direct() || f.severity() == Severity.ERROR).map(f -> problem(outer, inner, f));
    }

    private static Problem problem(Above outer, ModuleLicence inner, Combination.Finding finding) {
        Place place = Place.file(inner.path());
        Object[] arguments = {inner.name(), inner.expression(), outer.name(), outer.expression(), finding.clause()};
        return finding.severity() == Severity.ERROR
                ? Problem.error(place, finding.code(), arguments)
                : Problem.warning(place, finding.code(), arguments);
    }

    /// Both sides may offer a choice: the mildest finding of all choices holds.
    private Optional<Combination.Finding> compare(String outer, String inner, Inclusion inclusion) {
        Optional<Combination.Finding> mildest = Optional.empty();
        boolean first = true;
        for (List<LicenceTerms> outerChoice : terms(outer)) {
            for (List<LicenceTerms> innerChoice : terms(inner)) {
                Optional<Combination.Finding> finding = worst(outerChoice, innerChoice, inclusion);
                if (finding.isEmpty()) {
                    return finding;
                }
                if (first || finding.get().severity() != Severity.ERROR) {
                    mildest = finding;
                    first = false;
                }
            }
        }
        return mildest;
    }

    private static Optional<Combination.Finding> worst(List<LicenceTerms> outer, List<LicenceTerms> inner,
            Inclusion inclusion) {
        Optional<Combination.Finding> worst = Optional.empty();
        for (LicenceTerms o : outer) {
            for (LicenceTerms i : inner) {
                Optional<Combination.Finding> finding = Combination.of(o, i, inclusion);
                if (finding.isPresent() && (worst.isEmpty() || finding.get().severity() == Severity.ERROR)) {
                    worst = finding;
                }
            }
        }
        return worst;
    }

    /// The choices of a module whose licences are all known; none when the expression is missing, bad or unknown.
    private List<List<LicenceTerms>> terms(String expression) {
        if (expression.isBlank()) {
            return List.of();
        }
        try {
            var choices = new ArrayList<List<LicenceTerms>>();
            for (List<SpdxExpression.One> choice : SpdxExpression.parse(expression).choices()) {
                List<LicenceTerms> known = choice.stream().map(one -> table.find(one.id())).flatMap(Optional::stream)
                        .toList();
                if (known.size() == choice.size()) {
                    choices.add(known);
                }
            }
            return choices;
        } catch (Fault _) {
            return List.of();
        }
    }
}
