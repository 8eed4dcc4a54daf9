package org.commonwright.workbench.notice;

import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.jspecify.annotations.Nullable;

/// A short message. Good news goes by itself; a fault stays until it is closed.
///
/// @param fault what went wrong, for its code and its details; null for good news
/// @param offer what a person may want to do next; null for none
/// @param doubtful whether it is news that a person has to look after, though the program did what it was asked
public record Notice(Messages.Key text, @Nullable Fault fault, @Nullable Action offer, boolean doubtful) {}
