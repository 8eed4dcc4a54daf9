package org.commonwright.review.card;

import org.commonwright.review.mass.MeshVolumes;

/// What is worth keeping from one card to the next. It can be thrown away at any time; many threads may use it at once.
///
/// @param volumes of meshes
/// @param uses which designs use what
public record CardMemory(MeshVolumes volumes, WhereUsed uses) {
    public CardMemory() {
        this(new MeshVolumes(), new WhereUsed());
    }
}
