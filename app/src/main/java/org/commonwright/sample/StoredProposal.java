package org.commonwright.sample;

import java.time.Instant;
import org.commonwright.model.Person;

/// A proposal that waits for an answer: a branch of a fork, offered to the design's main branch.
///
/// @param by who offers it, and whose key signs it
/// @param fork the owner of the fork
record StoredProposal(Person by, Instant date, String fork, String branch, String title, String text) {}
