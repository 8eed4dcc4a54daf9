package org.commonwright.workbench.area;

import java.util.List;
import javafx.scene.Node;
import org.commonwright.i18n.Messages;
import org.kordamp.ikonli.Ikon;

/// A room of the rail: Design, Parts, Machines … One lives as long as the window. Its view is built when it is first shown.
///
/// The frame calls [#attach] each time the area comes into sight and [#detach] when it goes; what is subscribed to in the
/// one is given back in the other. Actions are added to the registry by the constructor, so that the palette has them
/// before the area was ever shown.
public interface Area {
    /// One word, such as `design`; the settings and [Navigator] know the area by it.
    String id();

    /// Key of its name on the rail.
    String titleKey();

    Ikon icon();

    /// Its content; called once.
    Node view();

    /// It comes into sight.
    void attach();

    /// It goes out of sight.
    void detach();

    /// Shows what another part of the program points at. What the area does not know, it ignores.
    default void select(Selection selection) {}

    /// Whether it has a place on the rail; the welcome page has none.
    default boolean onRail() {
        return true;
    }

    /// What would be lost or broken off now, each in a sentence; a person is asked before.
    default List<Messages.Key> unfinished(Leaving leaving) {
        return List.of();
    }

    /// The program ends: give back ports, files, threads.
    default void close() {}
}
