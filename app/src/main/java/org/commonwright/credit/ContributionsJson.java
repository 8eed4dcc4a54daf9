package org.commonwright.credit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.Part;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Rational;

/// Contributors as JSON. Numbers that are not whole are given twice: with three decimals, and exactly as text.
final class ContributionsJson {
    private static final int DIGITS = 3;

    private final Messages messages;

    ContributionsJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode contributions(Contributions c) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("commit", c.commit().hex());
        node.put("files", c.files());
        node.put("lines", c.lines());
        node.put("authored", c.authored());
        ArrayNode contributors = node.putArray("contributors");
        c.parts().forEach(part -> contributors.add(part(part)));
        ArrayNode uncounted = node.putArray("uncounted");
        c.uncounted().forEach(path -> uncounted.add(path.text()));
        node.set("problems", ProblemsJson.of(c.problems(), messages));
        return node;
    }

    private static ObjectNode part(Part part) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", part.person().name());
        node.put("email", part.person().email());
        node.put("bot", part.bot());
        number(node, "lines", part.surviving());
        node.put("share", BigDecimal.valueOf(part.perMille(), DIGITS));
        node.put("share_exact", part.share().toString());
        number(node, "authored", part.authored());
        node.put("commits", part.commits());
        ObjectNode modules = node.putObject("modules");
        part.modules().forEach((module, lines) -> number(modules, module.isRoot() ? "." : module.text(), lines));
        ObjectNode kinds = node.putObject("kinds");
        part.kinds().forEach((kind, lines) -> number(kinds, kind.id(), lines));
        return node;
    }

    static void number(ObjectNode node, String key, Rational number) {
        if (number.isWhole()) {
            node.put(key, number.numerator());
        } else {
            node.put(key, number.rounded(DIGITS));
            node.put(key + "_exact", number.toString());
        }
    }
}
