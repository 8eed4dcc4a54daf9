package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.cli.bom.BomJson;
import org.commonwright.cli.shape.MeshJson;
import org.commonwright.cli.shape.ShapeJson;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.review.FileReview;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.ModuleReview;
import org.commonwright.review.ReviewReport;

/// Proposals, reviews and conflicts as JSON.
final class ReviewJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Messages messages;

    ReviewJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode proposal(ProposalState state) {
        ObjectNode node = JSON.objectNode().put("id", state.id()).put("title", state.proposal().title())
                .put("text", state.proposal().text()).put("impact", state.proposal().impact())
                .put("by", state.proposal().person().name())
                .put("agent", state.agent().fingerprint()).put("opened", state.opened().toString())
                .put("base", state.proposal().base().hex()).put("head", state.proposal().head().hex())
                .put("source", state.proposal().source()).put("target", state.proposal().target())
                .put("state", state.decision().map(d -> d.outcome().id()).orElse("open"));
        if (state.isInAlready()) {
            node.put("in_target", true);
        }
        ArrayNode modules = node.putArray("modules");
        state.proposal().modules().forEach(module -> modules.add(module.text()));
        state.decision().ifPresent(d -> {
            node.put("reason", d.reason()).put("decided_by", d.person().name());
            if (d.merge() != null) {
                node.put("merge", d.merge().hex()).put("merge_version", d.mergeVersion());
            }
        });
        state.doubt().ifPresent(doubt -> node.set("doubt", ProblemsJson.of(doubt, messages)));
        return node;
    }

    ObjectNode report(ReviewReport report) {
        ObjectNode node = JSON.objectNode().put("base", report.base().hex()).put("head", report.head().hex());
        ObjectNode cost = node.putObject("cost");
        cost.put("quantity", report.quantity());
        cost.set("before", CardJson.cost(report.card().before().cost()));
        cost.set("after", CardJson.cost(report.card().after().cost()));
        node.set("card", new CardJson(messages).card(report.card()));
        ArrayNode modules = node.putArray("modules");
        report.modules().forEach(module -> modules.add(module(module)));
        node.set("problems", ProblemsJson.of(report.problems(), messages));
        return node;
    }

    ArrayNode conflicts(List<MergeConflict> conflicts) {
        ArrayNode list = JSON.arrayNode();
        for (MergeConflict conflict : conflicts) {
            ObjectNode node = list.addObject().put("number", list.size()).put("file", conflict.file().text());
            switch (conflict) {
                case MergeConflict.Cell(_, _, var cell) -> node.put("part", cell.part()).put("cell", cell.cell())
                        .put("base", cell.base()).put("ours", cell.ours()).put("theirs", cell.theirs());
                case MergeConflict.Text(_, _, var base, var ours, var theirs) ->
                    node.put("base", base).put("ours", ours).put("theirs", theirs);
                case MergeConflict.Whole _ -> node.put("whole", true);
            }
        }
        return list;
    }

    private ObjectNode module(ModuleReview module) {
        ObjectNode node = JSON.objectNode().put("path", module.module().text()).put("name", module.name())
                .put("licence_before", module.licenceBefore()).put("licence_after", module.licenceAfter());
        ArrayNode files = node.putArray("files");
        module.files().forEach(file -> files.add(file(file)));
        return node;
    }

    private ObjectNode file(FileReview file) {
        ObjectNode node = JSON.objectNode().put("path", file.path().text())
                .put("change", file.change().kind().name().toLowerCase(Locale.ROOT));
        switch (file) {
            case FileReview.BomCells(_, BomDiff diff) -> bom(node, diff);
            case FileReview.Lines(_, var diff) -> FileReviewJson.lines(node, diff);
            case FileReview.OfKind(_, var diff) -> diff.write(node);
            case FileReview.Geometry(_, MeshComparison c, var mass) -> {
                MeshJson.comparison(node, c);
                node.put("volume_before_mm3", c.before().volume()).put("volume_after_mm3", c.after().volume());
                MeshJson.health(node.putObject("health_before"), c.before());
                MeshJson.health(node.putObject("health_after"), c.after());
                if (mass != null) {
                    node.putObject("mass").put("material", mass.material()).put("density_g_cm3", mass.density())
                            .put("before_g", ShapeJson.round(mass.grams(c.before())))
                            .put("after_g", ShapeJson.round(mass.grams(c.after())))
                            .put("reliable", c.before().reliable() && c.after().reliable());
                }
            }
            case FileReview.OneMesh(_, var measures) -> {
                node.put("triangles", measures.triangles()).put("volume_mm3", measures.volume());
                MeshJson.health(node, measures);
            }
            case FileReview.Unreadable(_, var problems) -> problems.forEach(p -> node.put("problem", messages.get(p)));
        }
        return node;
    }

    private static void bom(ObjectNode node, BomDiff diff) {
        ArrayNode added = node.putArray("added");
        diff.added().stream().map(BomLine::part).forEach(added::add);
        ArrayNode removed = node.putArray("removed");
        diff.removed().stream().map(BomLine::part).forEach(removed::add);
        ArrayNode changed = node.putArray("changed");
        diff.changed().forEach(cell -> changed.addObject().put("part", cell.part()).put("cell", cell.cell())
                .put("before", cell.before()).put("after", cell.after()));
        node.putArray("meanings").addAll(BomJson.meanings(diff, ""));
    }
}
