package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.rollup.Buildable;
import org.commonwright.bom.rollup.Explanation;
import org.commonwright.bom.rollup.LeadTime;
import org.commonwright.bom.rollup.Missing;
import org.commonwright.bom.rollup.ModuleUse;
import org.commonwright.bom.rollup.Purchase;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.bom.rollup.Source;
import org.commonwright.bom.rollup.Taken;
import org.commonwright.bom.rollup.Way;
import org.commonwright.bom.shop.Basket;
import org.commonwright.bom.shop.BasketLine;
import org.commonwright.bom.shop.ShoppingList;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;

/// Roll-ups and shopping lists as JSON.
final class RollupJson {
    private final Messages messages;

    RollupJson(Messages messages) {
        this.messages = messages;
    }

    /// `quantity`, `lines[]`, `modules[]`, `cost`, `at_most`, `complete`, `missing[]`, `lead_time`, `buildable`, `problems[]`.
    ObjectNode rollup(RollupResult result, List<Problem> problems) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("quantity", result.quantity());
        ArrayNode lines = node.putArray("lines");
        result.lines().forEach(line -> lines.add(line(line)));
        ArrayNode modules = node.putArray("modules");
        for (ModuleUse use : result.modules()) {
            modules.addObject().put("path", use.path()).put("name", use.name())
                    .put("quantity", BomJson.plain(use.times())).put("from_stock", BomJson.plain(use.fromStock()))
                    .put("made", BomJson.plain(use.made()));
        }
        node.set("cost", BomJson.money(result.cost()));
        node.set("at_most", BomJson.money(result.atMost()));
        node.put("complete", result.isComplete());
        missing(node, result.missing());
        node.set("lead_time", leadTime(result.leadTime()));
        Buildable buildable = result.buildable();
        if (buildable != null) {
            ArrayNode limits = node.putObject("buildable").put("count", buildable.count()).putArray("limits");
            buildable.limits().forEach(limits::add);
        }
        node.set("problems", ProblemsJson.of(problems, messages));
        return node;
    }

    private void missing(ObjectNode node, List<Missing> all) {
        ArrayNode missing = node.putArray("missing");
        for (Missing one : all) {
            missing.addObject().put("part", one.part()).put("reason", text(one.reason()))
                    .put("code", one.reason().key()).put("place", one.place().toString());
        }
    }

    private static ObjectNode leadTime(LeadTime time) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("days", time.days()).put("unknown", time.unknown());
        ArrayNode path = node.putArray("path");
        time.path().forEach(
                s -> path.addObject().put("name", s.name()).put("days", s.days()).put("place", s.place().toString()));
        return node;
    }

    private static ObjectNode line(RollupLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        BomLine first = line.first();
        node.put("part", line.part()).put("kind", line.kind().word());
        BomJson.quantity(node, line.total());
        node.put("description", first.description()).put("manufacturer", first.manufacturer()).put("mpn", first.mpn());
        node.set("cost", BomJson.money(line.cost()));
        BomJson.quantity(node.putObject("need"), line.supply().need());
        BomJson.quantity(node.putObject("to_buy"), line.supply().toBuy());
        node.put("substitute", line.supply().substitute());
        ArrayNode stock = node.putArray("stock");
        for (Taken taken : line.supply().taken()) {
            ObjectNode one = stock.addObject();
            BomJson.quantity(one, taken.amount());
            one.put("place", taken.lot().place().toString()).put("lot", taken.lot().lot())
                    .put("where", taken.lot().where()).put("substitute", taken.substitute());
        }
        ArrayNode orders = node.putArray("orders");
        line.supply().purchases().forEach(p -> orders.add(order(p)));
        ArrayNode sources = node.putArray("sources");
        for (Source source : line.sources()) {
            ObjectNode one = sources.addObject().put("module", source.module()).put("file", source.file())
                    .put("row", source.line().row());
            BomJson.quantity(one, source.line().quantity());
            one.put("times", BomJson.plain(source.times())).put("made", BomJson.plain(source.made()))
                    .put("attrition", source.attrition());
        }
        return node;
    }

    private static ObjectNode order(Purchase purchase) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("supplier", purchase.offer().supplier()).put("sku", purchase.offer().sku())
                .put("part", purchase.offer().part()).put("row", purchase.offer().row())
                .put("place", purchase.offer().place().toString()).put("link", purchase.offer().link());
        BomJson.quantity(order, purchase.ordered());
        order.put("unit_price", purchase.offer().shownPrice());
        order.put("price_currency", purchase.offer().unitPrice().currency());
        order.set("cost", BomJson.money(purchase.cost()));
        order.put("lead_time_days", purchase.offer().leadTimeDays());
        var exchange = purchase.exchange();
        if (exchange != null) {
            order.putObject("rate").put("factor", exchange.factor()).put("date", exchange.date().toString())
                    .put("place", exchange.rates().getFirst().place().toString());
        }
        return order;
    }

    /// The line with `ways[]` and `refused[]`.
    ObjectNode explained(RollupResult result, RollupLine line) {
        ObjectNode node = line(line);
        Explanation explanation = result.explain(line);
        ArrayNode ways = node.putArray("ways");
        for (Way way : explanation.ways()) {
            ObjectNode one = ways.addObject();
            one.set("cost", BomJson.money(way.cost()));
            ArrayNode positions = one.putArray("orders");
            way.positions().forEach(p -> positions.add(order(p)));
        }
        ArrayNode refused = node.putArray("refused");
        explanation.refused().forEach(r -> refused.addObject().put("supplier", r.offer().supplier())
                .put("sku", r.offer().sku()).put("row", r.offer().row()).put("place", r.offer().place().toString())
                .put("reason", text(r.reason())));
        return node;
    }

    /// `quantity`, `cost`, `complete`, `baskets[]`, `stock[]`, `unoffered[]`, `missing[]`, `problems[]`.
    ObjectNode shop(ShoppingList list, List<Problem> problems) {
        RollupResult result = list.result();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("quantity", result.quantity());
        node.set("cost", BomJson.money(result.cost()));
        node.put("complete", result.isComplete());
        ArrayNode baskets = node.putArray("baskets");
        for (Basket basket : list.baskets()) {
            ObjectNode one = baskets.addObject().put("supplier", basket.supplier()).put("format",
                    basket.format().name().toLowerCase(Locale.ROOT));
            one.set("cost", BomJson.money(basket.cost()));
            ArrayNode lines = one.putArray("lines");
            for (BasketLine line : basket.lines()) {
                ObjectNode position = lines.addObject().put("sku", line.sku()).put("reference", line.reference());
                BomJson.quantity(position, line.quantity());
                position.set("cost", BomJson.money(line.cost()));
            }
        }
        ArrayNode unoffered = node.putArray("unoffered");
        list.unoffered().forEach(line -> BomJson.quantity(unoffered.addObject().put("part", line.part()),
                line.supply().toBuy()));
        missing(node, result.missing());
        node.set("problems", ProblemsJson.of(problems, messages));
        return node;
    }

    private String text(Messages.Key key) {
        return messages.get(key.key(), key.arguments());
    }
}
