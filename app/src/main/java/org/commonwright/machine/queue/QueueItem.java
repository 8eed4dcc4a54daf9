package org.commonwright.machine.queue;

import java.time.Instant;

/// A program that waits.
///
/// @param id short, unique in its queue
/// @param program the file's name
/// @param hash SHA-256 of its bytes, in hex: what was added is what is run
/// @param copies how often it is to be made
/// @param done how often it was
/// @param last how the last try ended, empty before the first
public record QueueItem(String id, String program, String hash, int lines, int copies, int done, Instant added,
        String last) {
    /// How many copies are still to be made.
    public int left() {
        return Math.max(0, copies - done);
    }

    QueueItem withCopies(int newCopies) {
        return new QueueItem(id, program, hash, lines, newCopies, done, added, last);
    }

    QueueItem tried(String outcome, boolean completed) {
        return new QueueItem(id, program, hash, lines, copies, completed ? done + 1 : done, added, outcome);
    }
}
