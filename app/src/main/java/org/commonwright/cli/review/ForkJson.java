package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkSize;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.commonwright.review.fork.Pair;

/// Forks as JSON; see docs/formats/review.md.
final class ForkJson {
    /// Of one fork; of all together, so that ten thousand forks of one file are no flood.
    private static final int MOST_OVERLAPS = 200;
    private static final int FEWEST_OVERLAPS = 5;
    private static final int ALL_OVERLAPS = 50_000;
    /// The same of paths.
    private static final int FEWEST_FILES = 20;
    private static final int ALL_FILES = 1_000_000;

    private final Messages messages;
    private final ForkTable table;

    ForkJson(Messages messages, ForkTable table) {
        this.messages = messages;
        this.table = table;
    }

    ObjectNode fork(Fork fork) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", fork.name());
        fork.tip().names().forEach(node.putArray("names")::add);
        node.put("kind", fork.kind().id()).put("head", fork.head().hex())
                .put("base", fork.base().map(CommitId::hex).orElse(null)).put("ahead", fork.ahead())
                .put("behind", fork.behind()).put("twins", fork.twins()).put("author", fork.tip().author().name())
                .put("email", fork.tip().author().email())
                .put("last", fork.tip().here() ? fork.tip().last().toString() : null)
                .put("subject", fork.tip().subject());
        ArrayNode people = node.putArray("people");
        fork.people().forEach(one -> people.addObject().put("name", one.name()).put("email", one.email()));
        ForkSize size = fork.size();
        node.putObject("size").put("files", size.files()).put("added", size.added()).put("removed", size.removed())
                .put("bytes", size.bytes()).put("uncounted", size.uncounted());
        fork.modules().stream().map(RepoPath::text).forEach(node.putArray("modules")::add);
        files(node, fork.files(), ALL_FILES / Math.max(1, table.forks().size()));
        Pair withMain = table.withMain().get(fork.head());
        if (withMain != null) {
            pair(node.putObject("with_branch"), withMain, true);
        }
        node.put("overlapping", table.overlaps().count(fork));
        overlaps(node.putArray("overlaps"), fork);
        node.set("problems", ProblemsJson.of(fork.problems(), messages));
        return node;
    }

    private void overlaps(ArrayNode list, Fork fork) {
        Map<CommitId, Pair> pairs = table.pairs().getOrDefault(fork.head(), Map.of());
        for (Overlap overlap : table.overlaps().of(fork, most())) {
            ObjectNode node = list.addObject().put("name", overlap.other().name()).put("head",
                    overlap.other().head().hex());
            files(node, overlap.files(), ALL_FILES / Math.max(1, table.forks().size()) / most());
            Pair pair = pairs.get(overlap.other().head());
            node.put("looked_at", pair != null);
            if (pair != null) {
                pair(node, pair, pair.a().equals(fork.head()));
            }
        }
    }

    private static void files(ObjectNode node, List<RepoPath> files, int most) {
        int told = Math.max(FEWEST_FILES, most);
        files.stream().limit(told).map(RepoPath::text).forEach(node.putArray("files")::add);
        node.put("files_left_out", Math.max(0, files.size() - told));
    }

    private int most() {
        return Math.clamp(ALL_OVERLAPS / Math.max(1, table.forks().size()), FEWEST_OVERLAPS, MOST_OVERLAPS);
    }

    private void pair(ObjectNode node, Pair pair, boolean first) {
        Pair.Relation relation = first || pair.relation() == Pair.Relation.BESIDE
                ? pair.relation()
                : pair.relation() == Pair.Relation.HOLDS ? Pair.Relation.HELD : Pair.Relation.HOLDS;
        node.put("relation", relation.name().toLowerCase(Locale.ROOT));
        ArrayNode shared = node.putArray("shared");
        for (Pair.Shared one : pair.shared()) {
            ObjectNode file = shared.addObject().put("file", one.file().text()).put("same", one.same());
            one.parts().forEach(file.putArray("parts")::add);
        }
        ArrayNode conflicts = node.putArray("conflicts");
        pair.clashes().forEach(clash -> conflicts.addObject().put("file", clash.file().text())
                .put("kind", clash.kind().name().toLowerCase(Locale.ROOT)).put("part", clash.part())
                .put("cell", clash.cell()));
        pair.problem().ifPresent(problem -> node.put("problem", messages.get(problem)));
    }
}
