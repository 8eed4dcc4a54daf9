package org.commonwright.workbench.preview;

import java.util.function.Consumer;
import javafx.scene.image.Image;

/// Where a Markdown text's links and pictures lead. Nothing is fetched from the network.
public interface MarkdownLinks {
    /// A person chose a link.
    void follow(String destination);

    /// Reads a picture of the same design in the background and hands it over on the window's thread; never, when it is none
    /// or is not there.
    void picture(String destination, Consumer<Image> show);
}
