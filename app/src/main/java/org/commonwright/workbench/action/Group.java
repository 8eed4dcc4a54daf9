package org.commonwright.workbench.action;

/// A menu. A group without actions is not shown.
public enum Group {
    DESIGN("workbench.group-design"), EDIT("workbench.group-edit"), PARTS("workbench.group-parts"),
    CONTRIBUTORS("workbench.group-contributors"),
    REVIEW("workbench.group-review"), ORDERS(
            "workbench.group-orders"),
    MACHINES(
            "workbench.group-machines"),
    PUBLISH("workbench.group-publish"), GO("workbench.group-go"), VIEW("workbench.group-view"), HELP(
            "workbench.group-help");

    private final String key;

    Group(String key) {
        this.key = key;
    }

    /// The key of its name.
    public String key() {
        return key;
    }
}
