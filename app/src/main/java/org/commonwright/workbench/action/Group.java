package org.commonwright.workbench.action;

import org.jspecify.annotations.Nullable;

/// A menu, or a part of one. A group without actions is not shown.
public enum Group {
    DESIGN("workbench.group-design"), EDIT("workbench.group-edit"), PARTS("workbench.group-parts"),
    CONTRIBUTORS("workbench.group-contributors"),
    REVIEW("workbench.group-review"), MESHES("workbench.group-meshes", REVIEW), ORDERS("workbench.group-orders"),
    MACHINES(
            "workbench.group-machines"),
    PUBLISH("workbench.group-publish"), GO("workbench.group-go"), VIEW("workbench.group-view"), HELP(
            "workbench.group-help");

    private final String key;
    private final @Nullable Group parent;

    Group(String key) {
        this(key, null);
    }

    Group(String key, @Nullable Group parent) {
        this.key = key;
        this.parent = parent;
    }

    /// The key of its name.
    public String key() {
        return key;
    }

    /// The menu that it is a part of; null for one of its own.
    public @Nullable Group parent() {
        return parent;
    }
}
