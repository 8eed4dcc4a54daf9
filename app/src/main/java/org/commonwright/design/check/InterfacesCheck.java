package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignSource;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.design.manifest.Interfaces;
import org.commonwright.design.manifest.Interfaces.Fit;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// What fits what: whether each interface that a module of the tree requires is provided by another one in a version that fits. Modules
/// of other repositories count with what their own `commons.toml` says.
final class InterfacesCheck implements DesignCheck {
    private static final long LIMIT = 1L << 20;
    /// Among more interfaces nobody looks for a slip of the pen.
    private static final int MOST = 500;
    private static final Pattern STRING = Pattern.compile("[\"']([^\"']+)[\"']");

    @Override
    public String id() {
        return "interfaces";
    }

    private record Said(DesignModule module, Fit fit) {
        @Override
        public String toString() {
            return fit.version() + " (" + module.name() + ")";
        }
    }

    @Override
    public List<Found> check(CheckedDesign design) {
        Map<DesignSource, Commons> rules = new IdentityHashMap<>();
        List<Said> provided = new ArrayList<>();
        List<Said> required = new ArrayList<>();
        for (DesignModule module : design.tree().modules()) {
            Interfaces said = rules.computeIfAbsent(module.source(), source -> DesignRules.of(source.tree()).commons())
                    .interfaces().getOrDefault(module.path(), new Interfaces(List.of(), List.of()));
            said.provides().forEach(fit -> provided.add(new Said(module, fit)));
            said.requires().forEach(fit -> required.add(new Said(module, fit)));
        }
        List<Found> found = new ArrayList<>();
        var texts = new Texts();
        Map<String, List<Said>> byName = new TreeMap<>();
        provided.forEach(said -> byName.computeIfAbsent(said.fit().name(), _ -> new ArrayList<>()).add(said));
        required.forEach(need -> missing(design, texts, need, byName).ifPresent(found::add));
        twoVersions(texts, provided, found);
        rules.forEach((source, commons) -> {
            if (source.own()) {
                commons.interfaces().keySet().stream().filter(path -> design.at(path).isEmpty())
                        .forEach(path -> found.add(Found.of(Problem.warning(Place.file(Commons.PATH.text()),
                                "design.interface-no-module", path.isRoot() ? "." : path))));
            }
        });
        return found;
    }

    private static Optional<Found> missing(CheckedDesign design, Texts texts, Said need,
            Map<String, List<Said>> provided) {
        List<Said> named = provided.getOrDefault(need.fit().name(), List.of()).stream()
                .filter(said -> said.module() != need.module()).toList();
        if (named.stream().anyMatch(said -> said.fit().fits(need.fit()))) {
            return Optional.empty();
        }
        Place place = texts.place(need);
        if (!named.isEmpty()) {
            String there = named.stream().map(Said::toString).distinct().collect(Collectors.joining(", "));
            return Optional.of(Found.of(Problem.warning(place, "design.interface-version", need.module().name(),
                    need.fit(), there)));
        }
        List<String> names = provided.size() > MOST
                ? List.of()
                : provided.entrySet().stream()
                        .filter(e -> e.getValue().stream().anyMatch(said -> said.module() != need.module()))
                        .map(Map.Entry::getKey).toList();
        List<Fix> fixes = Names.nearest(names, name -> name, need.fit().name())
                .filter(_ -> design.isFolder() && need.module().source().own())
                .flatMap(name -> texts.written(need).map(text -> Fix.choice(new FileEdit.SetString(Commons.PATH, text,
                        text.replaceFirst("^\\S+", Matcher.quoteReplacement(name))), "design.fix-path",
                        name, Commons.PATH)))
                .stream().toList();
        return Optional
                .of(new Found(Problem.warning(place, "design.interface-missing", need.module().name(), need.fit()),
                        fixes));
    }

    /// What is provided in two versions of which neither fits where the other does.
    private static void twoVersions(Texts texts, List<Said> provided, List<Found> found) {
        Map<String, Map<Integer, List<Said>>> byName = new TreeMap<>();
        provided.forEach(said -> byName.computeIfAbsent(said.fit().name(), _ -> new TreeMap<>())
                .computeIfAbsent(said.fit().major(), _ -> new ArrayList<>()).add(said));
        byName.forEach((name, versions) -> {
            if (versions.size() > 1) {
                String who = versions.values().stream().flatMap(List::stream).map(Said::toString)
                        .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
                found.add(Found.of(Problem.warning(texts.place(versions.values().iterator().next().getFirst()),
                        "design.interface-two-versions", name, who)));
            }
        });
    }

    /// The files `commons.toml`, each read once.
    private static final class Texts {
        private final Map<DesignSource, List<String>> read = new IdentityHashMap<>();

        Place place(Said said) {
            DesignSource source = said.module().source();
            List<String> lines = lines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(said.fit().name() + " ")) {
                    return Place.line(source.show(Commons.PATH), i + 1);
                }
            }
            return Place.file(source.show(Commons.PATH));
        }

        /// How the file writes it.
        Optional<String> written(Said said) {
            return lines(said.module().source()).stream().flatMap(line -> STRING
                    .matcher(line).results().map(r -> r.group(1)))
                    .filter(text -> Fit.parse(text).filter(said.fit()::equals).isPresent()).findFirst();
        }

        private List<String> lines(DesignSource source) {
            return read.computeIfAbsent(source, s -> new String(s.tree().read(Commons.PATH, LIMIT),
                    StandardCharsets.UTF_8).lines().toList());
        }
    }
}
