package org.commonwright.design;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.check.BomChecks;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.bom.read.Offers;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.design.DesignModule.Submodule;
import org.commonwright.design.ListedBoms.Prices;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A module of a design as the roll-up sees it. A module without a bill of materials needs one of each module in it; lists in a
/// folder below that of other lists (`bom/accessories`) are told and not counted. Where several lists of a folder add up, each is needed
/// once, and nothing besides.
public final class ModuleBom implements BomNode {

    private final DesignModule module;
    private final Map<DesignModule, ModuleBom> known;
    private final Map<DesignSource, DesignRules> rules;
    private final ListedBoms files;
    private final Map<Integer, DesignModule> byRow = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private @Nullable Prices prices;

    private ModuleBom(DesignModule module, Map<DesignModule, ModuleBom> known, Map<DesignSource, DesignRules> rules,
            ListedBoms files) {
        this.module = module;
        this.files = files;
        this.rules = rules;
        this.known = known;
        known.put(module, this);
    }

    public static ModuleBom of(DesignModule root) {
        return of(root, new ListedBoms());
    }

    /// @param files shared with other modules that are asked one by one
    public static ModuleBom of(DesignModule root, ListedBoms files) {
        return new ModuleBom(root, new IdentityHashMap<>(), new HashMap<>(), files);
    }

    public DesignModule module() {
        return module;
    }

    @Override
    public String path() {
        return module.source().show(module.path());
    }

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public String bomFile() {
        RepoPath bom = module.bom();
        return module.source().show(bom == null ? module.path() : bom);
    }

    /// @throws org.commonwright.error.Fault what [BomReader#read] throws
    @Override
    public List<BomLine> lines() {
        byRow.clear();
        problems.clear();
        prices = null;
        RepoPath bom = module.bom();
        if (bom != null) {
            module.submodules().stream().filter(s -> s.row() > 0 && s.module() != null)
                    .forEach(s -> byRow.put(s.row(), s.module()));
            Bom read = files.section(module.source(), bom, module.section());
            problems.addAll(BomChecks.check(read));
            prices = ListedOffers.mayHave(read) ? files.prices(module.source(), bom, read) : null;
            return read.lines();
        }
        List<BomLine> lines = new ArrayList<>();
        Set<RepoPath> listFolders = listFolders();
        boolean addUp = module.lists().addUp();
        for (Submodule sub : module.submodules()) {
            if (addUp && sub.row() == 0) {
                continue;
            }
            if (!addUp && isAccessory(sub, listFolders)) {
                problems.add(Problem.note(Place.file(bomFile()), "design.accessory-not-counted", sub.name()));
                continue;
            }
            int row = lines.size() + 1;
            byRow.put(row, sub.module());
            lines.add(BomLine.builder(row, sub.name()).kind(LineKind.MODULE).quantity(Quantity.pieces(1)).build());
        }
        return lines;
    }

    /// The folders that the lists among its modules lie in.
    private Set<RepoPath> listFolders() {
        return module.submodules().stream().filter(ModuleBom::isList).map(sub -> sub.module().path().parent())
                .collect(Collectors.toSet());
    }

    private static boolean isAccessory(Submodule sub, Set<RepoPath> listFolders) {
        if (!isList(sub)) {
            return false;
        }
        RepoPath folder = sub.module().path().parent();
        while (!folder.isRoot()) {
            folder = folder.parent();
            if (listFolders.contains(folder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isList(Submodule sub) {
        return sub.module() != null && ListPath.isOne(sub.module().path(), sub.module().source().tree());
    }

    @Override
    public List<Offer> offers() {
        RepoPath path = module.offers();
        if (path == null) {
            return List.of();
        }
        String file = module.source().show(path);
        try {
            Offers read = OfferReader.read(file, module.source().tree().read(path, BomReader.LIMIT));
            problems.addAll(read.problems());
            return read.offers();
        } catch (Fault unread) {
            problems.add(new Problem(Problem.Severity.ERROR, unread.code(), unread.arguments(), Place.file(file)));
            return List.of();
        }
    }

    @Override
    public ListedOffers listed() {
        Prices asked = prices;
        if (asked == null) {
            return ListedOffers.NONE;
        }
        prices = null;
        ListedOffers found = asked.offers(rules().commons().currency());
        if (module.section().isEmpty()) {
            problems.addAll(found.problems());
        }
        return found;
    }

    @Override
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(doubts);
        return all;
    }

    /// As its repository's `commons.toml` says; the first module of a repository that asks tells what is wrong with it.
    @Override
    public BigDecimal attrition() {
        Rational share = rules().commons().attritionOf(module.path());
        return new BigDecimal(share.numerator()).divide(new BigDecimal(share.denominator()), MathContext.DECIMAL64);
    }

    private DesignRules rules() {
        return rules.computeIfAbsent(module.source(), this::rules);
    }

    private DesignRules rules(DesignSource source) {
        DesignRules read = DesignRules.of(source.tree(), source.show(Commons.PATH));
        doubts.addAll(read.doubts());
        return read;
    }

    @Override
    public @Nullable BomNode child(BomLine line) {
        DesignModule child = byRow.get(line.row());
        if (child == null) {
            return null;
        }
        ModuleBom node = known.get(child);
        return node == null ? new ModuleBom(child, known, rules, files) : node;
    }
}
