package org.commonwright.design.fix;

import java.util.List;
import java.util.Optional;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.read.NewOffer;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.CountedLists;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;

/// Offers that a person adds: into the `offers.csv` that a module has, or as a new one in its folder.
public final class OfferFixes {
    private static final String NAME = "offers.csv";

    private OfferFixes() {}

    /// Why none can be added to a module's; empty where one can.
    public static Optional<Messages.Key> refused(DesignModule module) {
        return module.source().own()
                ? Optional.empty()
                : Optional.of(Messages.Key.of("bom.own-pinned", module.name()));
    }

    /// Where a module's offers are, or would be. A list that is a module by itself has those of the module whose folder it lies in.
    ///
    /// @param root of the design
    public static RepoPath file(DesignModule root, DesignModule module) {
        DesignModule owner = module;
        if (module.lists().rule() == CountedLists.Rule.ITSELF) {
            RepoPath list = module.lists().files().getFirst();
            owner = new ModuleTree(root, List.of()).modules().stream().filter(m -> m.source().own()
                    && m.files().stream().anyMatch(f -> f.path().equals(list))).findFirst().orElse(root);
        }
        RepoPath offers = owner.offers();
        return offers == null ? owner.path().resolve(NAME) : offers;
    }

    /// Adds an offer: one row for each of its prices.
    ///
    /// @param rows at least one
    public static Fix add(RepoPath file, List<NewOffer> rows) {
        return Fix.choice(new FileEdit.AddOffers(file, rows), "design.add-offer", rows.getFirst().part(), file);
    }

    /// Begins a list of offers with a row to complete for each of these parts.
    public static Fix start(RepoPath file, List<String> parts) {
        return Fix.choice(new FileEdit.OpenOffers(file, parts), "design.start-offers", parts.size(), file);
    }

    /// The parts of a roll-up that nobody offers; not those that are made from a file, which somebody makes.
    public static List<String> withoutOffer(RollupResult result) {
        return result.lines().stream().filter(line -> line.cost() == null && line.kind() != LineKind.MAKE)
                .map(RollupLine::part).distinct().toList();
    }
}
