package org.commonwright.workbench.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleFile;
import org.commonwright.model.RepoPath;

/// A line of the tree. What is below it is made when it is first opened, so a design of any depth opens at once.
final class TreeNode extends TreeItem<Shown> {
    private final Set<String> open;
    private boolean filled;

    /// @param open the modules and folders that are open, which a tree that is read again takes over
    TreeNode(Shown shown, Set<String> open) {
        super(shown);
        this.open = open;
        switch (shown) {
            case Shown.OfModule(var module) -> remember(module.source().repository() + " " + module.path());
            case Shown.OfFolder(var module, var folder) ->
                remember(module.source().repository() + " " + module.path() + " " + folder);
            case Shown.OfFile _,Shown.Missing _ -> {
                // Nothing is below them.
            }
        }
    }

    private void remember(String key) {
        setExpanded(open.contains(key));
        expandedProperty().subscribe((_, now) -> {
            if (now) {
                open.add(key);
            } else {
                open.remove(key);
            }
        });
    }

    @Override
    public boolean isLeaf() {
        return switch (getValue()) {
            case Shown.OfModule(var module) -> module.submodules().isEmpty() && module.files().isEmpty();
            case Shown.OfFolder _ -> false;
            case Shown.OfFile _,Shown.Missing _ -> true;
        };
    }

    @Override
    public ObservableList<TreeItem<Shown>> getChildren() {
        if (!filled) {
            filled = true;
            switch (getValue()) {
                case Shown.OfModule(var module) -> super.getChildren().setAll(below(module));
                case Shown.OfFolder(var module, var folder) -> super.getChildren().setAll(files(module, folder));
                case Shown.OfFile _,Shown.Missing _ -> {
                    // Nothing is below them.
                }
            }
        }
        return super.getChildren();
    }

    /// Modules first, then folders, then files.
    private List<TreeItem<Shown>> below(DesignModule module) {
        List<TreeItem<Shown>> children = new ArrayList<>();
        module.modules().forEach(m -> children.add(new TreeNode(new Shown.OfModule(m), open)));
        module.submodules().stream().filter(s -> s.module() == null)
                .forEach(s -> children.add(new TreeNode(new Shown.Missing(module, s.name()), open)));
        children.addAll(files(module, module.path()));
        return children;
    }

    private List<TreeItem<Shown>> files(DesignModule module, RepoPath folder) {
        SequencedSet<RepoPath> folders = new LinkedHashSet<>();
        List<TreeItem<Shown>> files = new ArrayList<>();
        int depth = folder.parts().size();
        for (ModuleFile file : module.files()) {
            List<String> parts = file.path().parts();
            if (!file.path().isUnder(folder) || parts.size() <= depth + 1) {
                if (file.path().parent().equals(folder)
                        || folder.equals(module.path()) && !file.path().isUnder(folder)) {
                    files.add(new TreeNode(new Shown.OfFile(module, file, 0), open));
                }
            } else {
                folders.add(folder.resolve(parts.get(depth)));
            }
        }
        List<TreeItem<Shown>> all = new ArrayList<>();
        folders.forEach(one -> all.add(new TreeNode(new Shown.OfFolder(module, one), open)));
        all.addAll(files);
        return all;
    }
}
