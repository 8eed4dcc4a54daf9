package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.commonwright.model.RepoPath;
import org.commonwright.review.LaterFile;
import org.commonwright.review.ModuleReview;
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.ListPage;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.comments.FileComments;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The modules that a change touches, each with its files below it, so many at once.
final class ChangedFiles {
    private static final int MOST = 60;

    private final LaterFiles later;
    private final CommentsViewModel comments;
    private final Controls controls;
    private final Map<String, Integer> places = new HashMap<>();
    /// The head of a module in which somebody may be writing, as it was left.
    private final Map<RepoPath, Node> heads = new HashMap<>();
    private final Paged<Entry> pages;

    /// A file of a module, or the module itself where it stands alone.
    private record Entry(ModuleReview module, @Nullable LaterFile file) {}

    ChangedFiles(List<ModuleReview> modules, LaterFiles later, CommentsViewModel comments, Controls controls) {
        this.later = later;
        this.comments = comments;
        this.controls = controls;
        var entries = new ArrayList<Entry>();
        for (ModuleReview module : modules) {
            for (LaterFile file : module.later()) {
                places.put(file.path().text(), entries.size());
                entries.add(new Entry(module, file));
            }
            if (module.later().isEmpty()) {
                entries.add(new Entry(module, null));
            }
        }
        this.pages = new Paged<>(controls, ListPage.first(entries, MOST), this::page);
    }

    Node node() {
        return pages.node();
    }

    /// Whether a file is among them.
    boolean has(String path) {
        return places.containsKey(path);
    }

    /// Opens a file that is among them, scrolls to it and gives it the focus.
    void show(String path) {
        Integer place = places.get(path);
        if (place != null) {
            pages.show(place);
            LaterFile file = pages.page().all().get(place).file();
            if (file != null) {
                later.show(file);
            }
        }
    }

    private Node page(ListPage<Entry> page) {
        var all = new Block(16);
        Block part = new Block(8);
        ModuleReview above = null;
        for (Entry entry : page.shown()) {
            if (entry.module() != above) {
                above = entry.module();
                part = new Block(8, heads.computeIfAbsent(above.module(), _ -> head(entry.module())));
                all.getChildren().add(part);
            }
            if (entry.file() != null) {
                part.getChildren().add(later.of(entry.file()));
            }
        }
        return all;
    }

    private Node head(ModuleReview module) {
        var name = new Label(module.name() + (module.module().isRoot() ? "" : "  ·  " + module.module()));
        name.getStyleClass().add("subheading");
        var head = new Block(8, name);
        if (module.licenceChanged()) {
            head.getChildren().add(controls.label(controls.texts().of("reviews.licence-changed",
                    shownOr(module.licenceBefore()), shownOr(module.licenceAfter())), "warning"));
        }
        head.getChildren().add(new FileComments(comments, controls).module(module.module(), module.name()));
        return head;
    }

    private String shownOr(String licence) {
        return licence.isEmpty() ? controls.texts().now("reviews.nothing") : licence;
    }
}
