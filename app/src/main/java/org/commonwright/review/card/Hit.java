package org.commonwright.review.card;

import org.jspecify.annotations.Nullable;

/// Something that uses a module which a change touches.
///
/// @param design the design that uses it; empty for the one that is reviewed
/// @param user the module of that design that asks for it
/// @param module what it asks for
/// @param pinned the abbreviated commit that it is pinned to, so that the change comes to it only with the next pin; null when
///        the change comes to it at once
public record Hit(String design, String user, String module, @Nullable String pinned) {}
