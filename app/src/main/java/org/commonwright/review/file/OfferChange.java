package org.commonwright.review.file;

import java.util.List;
import org.commonwright.bom.Offer;

/// What became of the offers for a part.
///
/// @param part as the offers call it
/// @param before the offers that are not there in this way any more
/// @param after the offers that were not there in this way
public record OfferChange(String part, Kind kind, List<Offer> before, List<Offer> after) {
    /// What happened.
    public enum Kind {
        /// Another supplier, or another number of the same one.
        RESOURCED("resourced"),
        /// A supplier more.
        ADDED("added"),
        /// A supplier less.
        REMOVED("removed"),
        /// The same supplier and number, with another price, pack, lead time, date or link.
        CHANGED("changed");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }
    }

    public OfferChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
