package org.commonwright.workbench.notice;

import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.jspecify.annotations.Nullable;

/// A short message. Good news goes by itself; a fault stays until it is closed.
///
/// @param fault what went wrong, for its code and its details; null for good news
/// @param offer what a person may want to do next; null for none
public record Notice(Messages.Key text, @Nullable Fault fault, @Nullable Action offer) {}
