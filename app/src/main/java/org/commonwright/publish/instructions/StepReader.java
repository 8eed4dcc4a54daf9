package org.commonwright.publish.instructions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonwright.bom.BomLine;
import org.commonwright.publish.page.Markdown;
import org.commonwright.publish.page.MarkdownText;

/// Cuts a text into steps at its headings. A paragraph that begins with `Needs:` (or `Parts:`, `Pièces :`, `Il faut :`) lists what
/// the step needs, one that begins with `Tools:` (`Outils :`) its tools.
final class StepReader {
    private static final Pattern NEEDS = Pattern.compile(
            "(?i)^(needs|parts|you need|pièces|pieces|il faut|besoins)\\s*:.*",
            Pattern.DOTALL);
    private static final Pattern TOOLS = Pattern.compile("(?i)^(tools|outils|outillage)\\s*:(.*)", Pattern.DOTALL);

    private final NeedReader needs;

    StepReader(List<BomLine> lines) {
        this.needs = new NeedReader(lines);
    }

    List<Step> read(String text) {
        List<Step> steps = new ArrayList<>();
        Node document = Markdown.parse(text);
        var section = new Section("");
        Node at = document.getFirstChild();
        while (at != null) {
            Node next = at.getNext();
            if (at instanceof Heading heading && heading.getLevel() <= 3) {
                section.addTo(steps);
                section = new Section(MarkdownText.of(heading));
            } else {
                section.take(at);
            }
            at = next;
        }
        section.addTo(steps);
        return steps;
    }

    private final class Section {
        private final String title;
        private final Document rest = new Document();
        private final List<Need> listed = new ArrayList<>();
        private final List<String> tools = new ArrayList<>();

        Section(String title) {
            this.title = title;
        }

        void take(Node block) {
            if (block instanceof Paragraph paragraph) {
                String text = MarkdownText.of(paragraph);
                var toolList = TOOLS.matcher(text);
                if (NEEDS.matcher(text).matches()) {
                    NeedReader.Found found = needs.read(paragraph, true);
                    listed.addAll(found.needs());
                    tools.addAll(found.tools());
                    // What is no part of the bill, such as a soldering iron, stays readable where it stands.
                    rest.appendChild(block);
                    return;
                }
                if (toolList.matches()) {
                    for (String tool : toolList.group(2).split("[,;]\\s")) {
                        tools.add(tool.strip().replaceAll("\\.$", ""));
                    }
                    block.unlink();
                    return;
                }
            }
            rest.appendChild(block);
        }

        void addTo(List<Step> steps) {
            var mentions = new Mentions();
            rest.accept(mentions);
            tools.addAll(mentions.tools);
            boolean counted = !listed.isEmpty();
            List<Need> all = counted ? listed : List.copyOf(mentions.needs.values());
            if (!title.isEmpty() || rest.getFirstChild() != null) {
                steps.add(new Step(title, counted, all, tools, rest));
            }
        }
    }

    /// The parts that running text mentions, each once, with the largest number said.
    private final class Mentions extends AbstractVisitor {
        private final SequencedMap<String, Need> needs = new LinkedHashMap<>();
        private final List<String> tools = new ArrayList<>();

        @Override
        public void visit(Paragraph paragraph) {
            NeedReader.Found found = StepReader.this.needs.read(paragraph, false);
            found.needs().forEach(need -> needs.merge(need.name(), need, Mentions::larger));
            tools.addAll(found.tools());
        }

        private static Need larger(Need a, Need b) {
            boolean second = a.count() == null || b.count() != null && b.count().compareTo(a.count()) > 0;
            return second ? b : a;
        }
    }
}
