package org.commonwright.publish.instructions;

import java.util.List;
import org.commonmark.node.Node;

/// One step: a section of a text.
///
/// @param title empty for what stands before the first heading
/// @param counted whether the text lists what the step needs; if not, `needs` are the parts that it mentions
/// @param tools as the text lists them
/// @param text the section without its heading and its lists of needs and tools
public record Step(String title, boolean counted, List<Need> needs, List<String> tools, Node text) {
    public Step {
        needs = List.copyOf(needs);
        tools = List.copyOf(tools);
    }
}
