package org.commonwright.workbench.preview;

import java.util.Optional;
import javafx.scene.image.Image;

/// Where a Markdown text's links and pictures lead. Nothing is fetched from the network.
public interface MarkdownLinks {
    /// A person chose a link.
    void follow(String destination);

    /// A picture of the same design; empty when it is none or is not there.
    Optional<Image> picture(String destination);
}
