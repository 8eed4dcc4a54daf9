package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.report.Report;
import org.commonwright.review.card.Card;
import org.commonwright.review.card.Cost;
import org.commonwright.review.card.DesignFigures;
import org.commonwright.review.card.LicenceState;
import org.commonwright.review.card.Mass;
import org.commonwright.review.card.PartCount;
import org.commonwright.review.card.Wait;
import org.jspecify.annotations.Nullable;

/// The card of consequences as JSON; what is not known is null.
final class CardJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Messages messages;

    CardJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode card(Card card) {
        ObjectNode node = JSON.objectNode().put("quantity", card.quantity());
        node.set("before", figures(card.before()));
        node.set("after", figures(card.after()));
        node.put("modules", card.modules()).put("files", card.files());
        ArrayNode costs = node.putArray("costs");
        card.costs().forEach(cost -> costs.addObject().put("part", cost.part())
                .put("change", cost.change().amount().toPlainString()).put("currency", cost.change().currency())
                .put("supplier_before", cost.before()).put("supplier_after", cost.after())
                .put("resourced", cost.resourced()));
        ArrayNode hits = node.putArray("used_by");
        card.hits().forEach(hit -> hits.addObject().put("module", hit.module()).put("user", hit.user())
                .put("design", hit.design().isEmpty() ? null : hit.design()).put("pinned", hit.pinned()));
        ArrayNode alarms = node.putArray("alarms");
        card.alarms().forEach(alarm -> alarms.addObject().put("code", alarm.code())
                .put("severity", alarm.severity().name().toLowerCase(Locale.ROOT))
                .put("file", alarm.place() == null ? null : alarm.place().file())
                .put("text", messages.get(alarm.code(), alarm.arguments())));
        return node;
    }

    static ObjectNode cost(Cost cost) {
        ObjectNode node = JSON.objectNode().put("missing", cost.missing());
        return cost.sum() == null
                ? node.putNull("amount")
                : node.put("amount", cost.sum().amount().toPlainString()).put("currency", cost.sum().currency());
    }

    private static ObjectNode figures(DesignFigures figures) {
        ObjectNode node = JSON.objectNode();
        node.set("cost", cost(figures.cost()));
        node.set("mass", mass(figures.mass()));
        node.set("parts", parts(figures.parts()));
        node.set("lead_time", lead(figures.lead()));
        node.set("licence", licence(figures.licence()));
        node.set("durability", durability(figures.durability()));
        return node;
    }

    private static @Nullable ObjectNode mass(@Nullable Mass mass) {
        return mass == null
                ? null
                : JSON.objectNode().put("grams", mass.grams() == null ? null : mass.grams().toPlainString())
                        .put("missing", mass.unknown()).put("as_if_solid", mass.solid());
    }

    private static @Nullable ObjectNode parts(@Nullable PartCount parts) {
        return parts == null
                ? null
                : JSON.objectNode().put("distinct", parts.distinct()).put("pieces", parts.pieces().toPlainString());
    }

    private static @Nullable ObjectNode lead(@Nullable Wait wait) {
        if (wait == null) {
            return null;
        }
        ObjectNode node = JSON.objectNode().put("missing", wait.unknown());
        return wait.isUnknown() ? node.putNull("days") : node.put("days", wait.days());
    }

    private static ObjectNode licence(LicenceState licence) {
        ObjectNode node = JSON.objectNode().put("expression", licence.expression()).put("conflicts",
                licence.conflicts());
        ArrayNode answers = node.putArray("answers");
        licence.permissions().forEach(one -> answers.addObject().put("user", one.user().token())
                .put("use", one.use().token()).put("answer", one.answer().token()));
        return node;
    }

    private static @Nullable ObjectNode durability(@Nullable Report report) {
        if (report == null) {
            return null;
        }
        ObjectNode node = JSON.objectNode();
        report.answers().forEach(answer -> node.putObject(answer.id())
                .put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT))
                .put("evidence", answer.evidence().size()));
        return node;
    }
}
