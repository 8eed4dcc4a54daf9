package org.commonwright.publish.report;

import org.commonwright.error.Place;
import org.jspecify.annotations.Nullable;

/// What an answer rests on: a file, a row of one, a value.
///
/// @param place where it stands; null for what is of the whole design
/// @param text what stands there; may be empty where the place says it all
public record Evidence(@Nullable Place place, String text) {
    static Evidence file(String file) {
        return new Evidence(Place.file(file), "");
    }

    static Evidence of(String text) {
        return new Evidence(null, text);
    }

    @Override
    public String toString() {
        return place == null ? text : text.isEmpty() ? place.toString() : place + ": " + text;
    }
}
