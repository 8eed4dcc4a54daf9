package org.commonwright.bom.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What an item of a list says.
///
/// @param amount how many, as it is written; empty where it does not say
/// @param attributes `Link`, `Price` and such, as they are written
/// @param files what it is made from
/// @param alone whether it says only something of the item that it stands under
record Bullet(String amount, String name, SequencedMap<String, String> attributes, String notes, List<String> files,
        boolean alone) {
    /// Nothing.
    static final Bullet NONE = new Bullet("", "", new LinkedHashMap<>(), "", List.of(), false);

    Bullet {
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
        files = List.copyOf(files);
    }

    /// This item with what one under it says of it.
    Bullet with(Bullet below) {
        var all = new LinkedHashMap<>(attributes);
        below.attributes.forEach(all::putIfAbsent);
        String said = below.notes.isEmpty() ? notes : notes.isEmpty() ? below.notes : notes + "; " + below.notes;
        return new Bullet(amount.isEmpty() ? below.amount : amount, name, all, said, files, alone);
    }
}
