package org.commonwright.workbench.review.mesh;

/// What the two meshes that are compared are to each other: two revisions, or the two sides of a conflict.
public enum MeshSides {
    /// As it was, and as it would be.
    BEFORE_AFTER("reviews.before", "reviews.after", "meshes.only-before", "meshes.only-after", "meshes.left-right"),
    /// What is in the branch, and what is proposed.
    HERE_PROPOSED("merging.here", "merging.proposed", "meshes.only-here", "meshes.only-proposed",
            "meshes.here-proposed");

    private final String first;
    private final String second;
    private final String onlyFirst;
    private final String onlySecond;
    private final String besides;

    MeshSides(String first, String second, String onlyFirst, String onlySecond, String besides) {
        this.first = first;
        this.second = second;
        this.onlyFirst = onlyFirst;
        this.onlySecond = onlySecond;
        this.besides = besides;
    }

    /// The key of what the first is called.
    public String firstKey() {
        return first;
    }

    /// The key of what the second is called.
    public String secondKey() {
        return second;
    }

    String onlyFirstKey() {
        return onlyFirst;
    }

    String onlySecondKey() {
        return onlySecond;
    }

    /// The key of which of the two stands on which side.
    String besidesKey() {
        return besides;
    }
}
