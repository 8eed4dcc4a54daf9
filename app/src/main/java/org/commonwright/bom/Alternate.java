package org.commonwright.bom;

/// A part that may replace another without further thought.
///
/// @param manufacturer empty when it is not said
/// @param mpn the maker's number, or the part's name where there is no number
public record Alternate(String manufacturer, String mpn) {
    /// As written in the `Alternates` column.
    @Override
    public String toString() {
        return manufacturer.isEmpty() ? mpn : manufacturer + ": " + mpn;
    }
}
