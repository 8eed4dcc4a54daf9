package org.commonwright.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.commonwright.error.Fault;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// One thing that happened to a resource: the record `event`, version 1 (docs/formats/orders.md).
///
/// @param resource what: a part, a material, a machine, a kind of work
/// @param provider fingerprint of who gives, works or lets use
/// @param receiver fingerprint of who gets it; the same as the provider when it stays
/// @param design name of the design that it was for; may be empty
/// @param job the job that it belongs to; may be empty
/// @param run the run of that job, such as `1.2`; may be empty
public record EconomicEvent(Action action, String resource, Quantity quantity, String provider, String receiver,
        String design, String job, String run, Instant at) {
    public static final String KIND = "event";

    private static final int VERSION = 1;
    private static final int LONGEST = 4096;
    private static final int MOST_DIGITS = 40;

    public ObjectNode toBody() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("v", VERSION).put("action", action.token())
                .put("resource", resource);
        body.putObject("quantity").put("number", quantity.number().toPlainString()).put("unit",
                quantity.unit().symbol());
        return body.put("provider", provider).put("receiver", receiver).put("design", design).put("job", job)
                .put("run", run).put("at", at.toString());
    }

    /// @throws Fault `accounting.event-version`, `accounting.event-field` naming the field that cannot be used
    public static EconomicEvent of(JsonNode body) {
        if (body.path("v").asInt() != VERSION) {
            throw new Fault("accounting.event-version", body.path("v").asInt());
        }
        Action action = Action.named(text(body, "action")).orElseThrow(() -> bad("action"));
        JsonNode quantity = body.path("quantity");
        Unit unit = Unit.parse(text(quantity, "unit")).orElseThrow(() -> bad("quantity.unit"));
        return new EconomicEvent(action, text(body, "resource"), new Quantity(number(quantity), unit),
                text(body, "provider"), text(body, "receiver"), text(body, "design"), text(body, "job"),
                text(body, "run"), at(body));
    }

    private static BigDecimal number(JsonNode quantity) {
        String text = text(quantity, "number");
        if (text.length() > MOST_DIGITS || !text.matches("\\d+(\\.\\d+)?")) {
            throw bad("quantity.number");
        }
        return new BigDecimal(text);
    }

    private static Instant at(JsonNode body) {
        try {
            return Instant.parse(text(body, "at"));
        } catch (DateTimeException e) {
            throw new Fault(e, "accounting.event-field", "at");
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().length() > LONGEST
                || value.asText().chars().anyMatch(Character::isISOControl)) {
            throw bad(field);
        }
        return value.asText();
    }

    private static Fault bad(String field) {
        return new Fault("accounting.event-field", field);
    }
}
