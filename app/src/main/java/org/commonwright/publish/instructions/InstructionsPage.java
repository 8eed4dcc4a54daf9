package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.page.Block;
import org.commonwright.publish.page.Page;
import org.commonwright.publish.page.Picture;
import org.commonwright.publish.page.Pictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Instructions as a page: what is in it, what is needed in all, then each module with its steps, and where text and bill of
/// materials do not agree.
public final class InstructionsPage {
    private static final Logger LOG = LoggerFactory.getLogger(InstructionsPage.class);
    private static final int MOST_PICTURE = 20 << 20;
    /// A page stays one that can be opened and sent.
    private static final long MOST_PICTURES = 100L << 20;

    private final Messages messages;
    private final Formats formats;
    private final List<Block> blocks = new ArrayList<>();
    private long pictureBytes;

    private InstructionsPage(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages.locale());
    }

    public static Page of(Instructions instructions, Messages messages) {
        var page = new InstructionsPage(messages);
        page.write(instructions);
        String title = messages.get("publish.instructions-title", instructions.about().name());
        String footer = (instructions.about().name() + " " + instructions.about().version() + " "
                + instructions.about().revision()).strip();
        return new Page(title, messages.locale(), page.blocks, footer);
    }

    private void write(Instructions instructions) {
        blocks.add(
                new Block.Heading(1, messages.get("publish.instructions-title", instructions.about().name()), "top"));
        List<Block.Fact> facts = new ArrayList<>();
        fact(facts, "publish.version", instructions.about().version());
        fact(facts, "publish.licence", instructions.about().licence());
        fact(facts, "publish.revision", instructions.about().revision());
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        SequencedSet<String> tools = new LinkedHashSet<>();
        instructions.modules().forEach(module -> module.steps().forEach(step -> tools.addAll(step.tools())));
        if (!tools.isEmpty()) {
            blocks.add(new Block.Heading(2, messages.get("publish.tools"), "tools"));
            blocks.add(new Block.Bullets(List.copyOf(tools)));
        }
        blocks.add(new Block.Heading(2, messages.get("publish.contents"), "contents"));
        blocks.add(new Block.Bullets(instructions.modules().stream().map(this::entry).toList()));
        int number = 0;
        for (ModuleSteps module : instructions.modules()) {
            number++;
            module(module, number);
        }
        List<Problem> problems = instructions.problems();
        if (!problems.isEmpty()) {
            blocks.add(new Block.Heading(2, messages.get("publish.differences"), "differences"));
            blocks.add(new Block.Bullets(problems.stream().map(messages::get).toList()));
        }
    }

    private String entry(ModuleSteps module) {
        BigDecimal times = module.times();
        return times == null || times.compareTo(BigDecimal.ONE) == 0
                ? module.module().name()
                : formats.number(times) + " × " + module.module().name();
    }

    private void fact(List<Block.Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Block.Fact(messages.get(key), value));
        }
    }

    private void module(ModuleSteps module, int number) {
        if (module.steps().isEmpty() && module.lines().isEmpty()) {
            return;
        }
        blocks.add(new Block.PageBreak());
        blocks.add(new Block.Heading(2, module.module().name(), "module-" + number));
        BigDecimal times = module.times();
        if (times != null && times.compareTo(BigDecimal.ONE) != 0) {
            blocks.add(new Block.Remark(messages.get("publish.make-times", times)));
        }
        if (!module.module().function().isEmpty()) {
            blocks.add(new Block.Paragraph(module.module().function()));
        }
        // One step that lists everything says it all.
        boolean listed = module.steps().stream().filter(Step::counted).count() == 1
                && module.steps().stream().filter(Step::counted)
                        .allMatch(one -> sum(one.needs()).size() >= module.lines().size());
        if (!module.lines().isEmpty() && !listed) {
            blocks.add(parts(module.lines().stream().map(line -> new Need(line.part(), null, line)).toList(), true));
        }
        if (module.text() == null) {
            blocks.add(new Block.Remark(messages.get("publish.no-text")));
        }
        int step = 0;
        for (Step one : module.steps()) {
            step++;
            step(module, one, "step-" + number + "-" + step);
        }
    }

    private void step(ModuleSteps module, Step step, String anchor) {
        if (!step.title().isEmpty() && !isTitle(step, module)) {
            blocks.add(new Block.Heading(3, step.title(), anchor));
        }
        if (!step.needs().isEmpty()) {
            blocks.add(parts(sum(step.needs()), false));
        }
        if (!step.tools().isEmpty()) {
            blocks.add(new Block.Remark(messages.get("publish.step-tools", String.join(", ", step.tools()))));
        }
        FileTree tree = module.module().source().tree();
        RepoPath text = module.text();
        RepoPath folder = text == null ? module.module().path() : text.parent();
        blocks.add(new Block.Prose(step.text(), pictures(tree, folder)));
    }

    /// The first heading of a text only repeats the module's name.
    private static boolean isTitle(Step step, ModuleSteps module) {
        return step == module.steps().getFirst() && step.title().toLowerCase(Locale.ROOT)
                .contains(module.module().name().toLowerCase(Locale.ROOT));
    }

    private Pictures pictures(FileTree tree, RepoPath folder) {
        return destination -> {
            Optional<RepoPath> file = RelativePath.resolve(folder, destination).filter(tree::exists);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try {
                byte[] bytes = tree.read(file.get(), MOST_PICTURE);
                pictureBytes += bytes.length;
                return pictureBytes > MOST_PICTURES ? Optional.empty() : Picture.of(bytes);
            } catch (Fault unread) {
                LOG.info("{} stays a description", file.get(), unread);
                return Optional.empty();
            }
        };
    }

    /// What a list names twice stands in it once.
    private static List<Need> sum(List<Need> needs) {
        SequencedMap<String, Need> sums = new LinkedHashMap<>();
        for (Need need : needs) {
            String key = need.line() == null ? need.name() : need.line().part();
            sums.merge(key, need, (a, b) -> new Need(a.name(),
                    a.count() == null || b.count() == null ? null : a.count().add(b.count()), a.line()));
        }
        return List.copyOf(sums.values());
    }

    private Block.Table parts(List<Need> needs, boolean whole) {
        List<List<String>> rows = new ArrayList<>();
        for (Need need : needs) {
            BomLine line = need.line();
            rows.add(List.of(quantity(need, whole), line == null ? need.name() : line.part(),
                    line == null ? "" : line.description(), line == null ? "" : words(line)));
        }
        return new Block.Table(List.of(messages.get("publish.column-quantity"), messages.get("publish.column-part"),
                messages.get("publish.column-description"), messages.get("publish.column-origin")), List.of(0), rows);
    }

    private String quantity(Need need, boolean whole) {
        BomLine line = need.line();
        if (whole) {
            return line == null || line.quantity() == null ? "?" : formats.quantity(line.quantity());
        }
        if (need.count() == null) {
            return "";
        }
        String unit = line == null || line.quantity() == null ? "" : "\u00a0" + line.quantity().unit().symbol();
        return formats.number(need.count()) + unit;
    }

    private String words(BomLine line) {
        Map<LineKind, String> keys = Map.of(LineKind.MODULE, "publish.kind-module", LineKind.MAKE, "publish.kind-make",
                LineKind.BUY, "publish.kind-buy", LineKind.STANDARD, "publish.kind-standard");
        String file = line.file();
        return messages.get(keys.get(line.kind())) + (file.isEmpty() ? "" : ": " + file);
    }
}
