package org.commonwright.design.scope;

import java.util.List;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// What several designs share, and what could be one.
///
/// @param parts used by at least two designs, the one of most designs first
/// @param modules the same
/// @param pairs what could be one, the largest saving first
public record ScopeReport(List<SharedPart> parts, List<SharedModule> modules, List<Pair> pairs) {
    public ScopeReport {
        parts = List.copyOf(parts);
        modules = List.copyOf(modules);
        pairs = List.copyOf(pairs);
    }

    /// A part that several designs use.
    ///
    /// @param total over all of them
    public record SharedPart(String part, Quantity total, List<String> designs) {}

    /// A module that several designs use.
    ///
    /// @param states in how many different states they use it
    public record SharedModule(String name, List<String> designs, int states) {}

    /// Why two might be one.
    public enum Reason {
        /// One maker's number under two names.
        SAME_NUMBER,
        /// One name with two makers' numbers, or with one and with none.
        SAME_NAME,
        /// The same words in another order, in the plural, or with other signs between them.
        SPELLING,
        /// Screws of one thread that differ in length (M3x10 and M3x12), alike in everything else that is said of them.
        NEAR_MEASURE,
        /// Stock that could be cut from a longer piece of the same.
        CUT_LENGTH
    }

    /// A use of a part in one design.
    public record In(KnownDesign design, RollupLine line) {
        public String part() {
            return line.part();
        }
    }

    /// Two that might be one. People decide: the report knows names and numbers, not forces.
    ///
    /// @param keep the one that is used more
    /// @param replace the other
    /// @param saved what buying all of `keep` instead of both would save; null when a price is not known, negative when it costs more
    public record Pair(Reason reason, String keep, String replace, Quantity kept, Quantity replaced,
            List<String> designs, @Nullable Money saved) {}
}
