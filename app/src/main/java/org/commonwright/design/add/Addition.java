package org.commonwright.design.add;

import java.util.List;
import org.commonwright.bom.edit.Edit;

/// What adding comes to. Nothing is written yet.
///
/// @param edit of the list, as one step
/// @param pins that the new lines ask for and the design does not have yet
/// @param lines how many lines come
/// @param leftOut columns whose values have no place in the list
public record Addition(Edit edit, List<PinWish> pins, int lines, List<String> leftOut) {
    public Addition {
        pins = List.copyOf(pins);
        leftOut = List.copyOf(leftOut);
    }
}
