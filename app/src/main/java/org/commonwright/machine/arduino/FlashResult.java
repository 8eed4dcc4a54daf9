package org.commonwright.machine.arduino;

import java.util.Optional;
import org.commonwright.error.Fault;

/// How writing to a board ended.
///
/// @param port where the board is now: one with USB in its processor may have moved
/// @param bytes of the program
/// @param output all that the tool said
/// @param failure empty when it was written and read back the same
public record FlashResult(Board board, String port, int bytes, double seconds, String output,
        Optional<Fault> failure) {}
