package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// One module as the roll-up sees it. Whoever has a module tree (a design, a test) adapts it to this.
public interface BomNode {
    /// What tells this module from every other of the design: its path, with the repository in front when it is another
    /// one. Two nodes of one path are the same module and are looked at once.
    String path();

    /// Its name for people.
    String name();

    /// The file that its lines stand in, for places; such as `modules/pen-lift/bom.csv`.
    String bomFile();

    /// Its own lines, those of kind module included. Called once per roll-up, before the others below.
    ///
    /// @throws org.commonwright.error.Fault when its bill of materials cannot be read; the roll-up tells it and goes on
    List<BomLine> lines();

    /// Its own offers; they count for the whole design. Called once per roll-up.
    List<Offer> offers();

    /// What its lines say themselves that their parts are sold for; each counts for the part of its line, wherever that part is
    /// used. Called once per roll-up, after [#lines].
    default ListedOffers listed() {
        return ListedOffers.NONE;
    }

    /// What is wrong with its lines and offers. Called once per roll-up, after these.
    List<Problem> problems();

    /// The share of its parts that gets lost where a line does not say: 0.05 for 5 %.
    default BigDecimal attrition() {
        return BigDecimal.ZERO;
    }

    /// The module that a line of kind module means; null when it is not there.
    @Nullable
    BomNode child(BomLine line);
}
