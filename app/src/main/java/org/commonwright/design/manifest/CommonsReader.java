package org.commonwright.design.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonwright.design.manifest.Commons.LicenceTerms;
import org.commonwright.design.manifest.Commons.ValueEquation;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Reads `commons.toml`. What it does not understand becomes a problem and counts as not said; see [DesignRules].
final class CommonsReader {
    private static final String VERSION = "1";
    /// Read and kept, but no part of the program asks for it.
    private static final List<String> IDLE = List.of("value", "need");
    private static final List<String> IDLE_TERMS = List.of("fee", "contributors");
    private static final Set<String> INCLUSIONS = Set.of("source", "external", "bought");

    private final String shownAs;
    private final Consumer<Problem> problems;

    private CommonsReader(String shownAs, Consumer<Problem> problems) {
        this.shownAs = shownAs;
        this.problems = problems;
    }

    static Commons read(String shownAs, byte[] bytes, Consumer<Problem> problems) {
        return TomlTable.parse(shownAs, bytes, problems).map(new CommonsReader(shownAs, problems)::commons)
                .orElse(Commons.NONE);
    }

    private Commons commons(TomlTable t) {
        if (!t.text("version").equals(VERSION)) {
            problems.accept(t.text("version").isBlank()
                    ? Problem.error(Place.file(shownAs), "design.commons-no-version")
                    : Problem.error(Place.file(shownAs), "design.commons-version", t.text("version")));
            return Commons.NONE;
        }
        t.keys().stream().filter(key -> !Commons.KEYS.contains(key))
                .forEach(key -> problems.accept(Problem.note(Place.file(shownAs), "design.commons-key", key)));
        IDLE.stream().filter(t::has).forEach(this::idle);
        return new Commons(new MaintainersReader(shownAs, problems).read(t),
                new DecisionReader(shownAs, problems).read(t),
                t.table("value").map(this::value).orElse(ValueEquation.DEFAULT),
                t.table("licence").map(this::licence).orElse(LicenceTerms.NONE),
                t.table("attrition").map(this::attrition).orElse(Map.of()),
                t.table("need").map(n -> n.texts("order")).orElse(List.of()),
                t.table("release").map(r -> r.texts("waits-for")).orElse(List.of()),
                t.table("prices").map(this::currency).orElse(""),
                t.table("interfaces").map(this::interfaces).orElse(Map.of()));
    }

    private String currency(TomlTable t) {
        String code = t.text("currency").strip().toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[A-Z]{3}")) {
            t.wrongSort("prices.currency");
            return "";
        }
        return code;
    }

    private Map<RepoPath, Interfaces> interfaces(TomlTable t) {
        Map<RepoPath, Interfaces> all = new TreeMap<>();
        for (String key : t.keys()) {
            String path = key.equals(".") ? "" : key;
            Optional<TomlTable> module = t.table(key);
            if (RepoPath.isSafe(path) && module.isPresent()) {
                all.put(new RepoPath(path),
                        new Interfaces(fits(module.get(), "provides"), fits(module.get(), "requires")));
            } else {
                t.wrongSort("interfaces." + key);
            }
        }
        return all;
    }

    private List<Interfaces.Fit> fits(TomlTable t, String key) {
        List<Interfaces.Fit> fits = new ArrayList<>();
        for (String written : t.texts(key)) {
            Interfaces.Fit.parse(written).ifPresentOrElse(fits::add, () -> problems.accept(
                    Problem.warning(Place.file(shownAs), "design.interface-unclear", written)));
        }
        return fits;
    }

    private void idle(String key) {
        problems.accept(Problem.note(Place.file(shownAs), "design.commons-idle", key));
    }

    private ValueEquation value(TomlTable t) {
        SequencedMap<String, Rational> weights = new LinkedHashMap<>();
        t.table("weights").ifPresent(w -> w.keys().forEach(key -> weights.put(key, share(w, key))));
        String equation = t.text("equation");
        return new ValueEquation(equation.isEmpty() ? "weights" : equation,
                weights.isEmpty() ? ValueEquation.DEFAULT.weights() : weights);
    }

    private LicenceTerms licence(TomlTable t) {
        Map<String, String> inclusion = new TreeMap<>();
        t.table("inclusion").ifPresent(in -> in.keys().forEach(key -> {
            if (INCLUSIONS.contains(in.text(key))) {
                inclusion.put(key, in.text(key));
            } else {
                in.wrongSort(key);
            }
        }));
        IDLE_TERMS.stream().filter(t::has).forEach(key -> idle("licence." + key));
        return new LicenceTerms(t.text("terms"), share(t, "fee"), t.text("contributors").equals("free"), inclusion);
    }

    private Map<RepoPath, Rational> attrition(TomlTable t) {
        Map<RepoPath, Rational> shares = new TreeMap<>();
        for (String key : t.keys()) {
            String path = key.equals(".") ? "" : key;
            if (RepoPath.isSafe(path)) {
                shares.put(new RepoPath(path), share(t, key));
            } else {
                t.wrongSort(key);
            }
        }
        return shares;
    }

    private Rational share(TomlTable t, String key) {
        String text = t.text(key);
        Optional<Rational> share = text.isEmpty() ? Optional.of(Rational.ZERO) : Rational.parse(text);
        if (share.isEmpty()) {
            t.wrongSort(key);
        }
        return share.orElse(Rational.ZERO);
    }
}
