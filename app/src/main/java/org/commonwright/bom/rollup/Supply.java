package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// How what is needed of a part is met: from stock first, the rest bought.
///
/// @param need what has to be there, with what gets lost, in whole pieces, without what finished modules in stock save
/// @param taken what is taken from stock
/// @param toBuy what stock does not cover
/// @param purchases what is ordered; empty when nothing has to be bought, and when nobody sells it
/// @param substitute the alternate that is bought because nobody sells the part itself; empty otherwise
/// @param cost of the purchases; null when something has to be bought and its price is not known
public record Supply(Quantity need, List<Taken> taken, Quantity toBuy, List<Purchase> purchases, String substitute,
        @Nullable Money cost) {
    public Supply {
        taken = List.copyOf(taken);
        purchases = List.copyOf(purchases);
    }
}
