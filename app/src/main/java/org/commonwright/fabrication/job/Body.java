package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.commonwright.error.Fault;
import org.commonwright.model.ContentId;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.commonwright.record.Canonical;

/// Reads the fields of a record's body, which somebody else may have written: a field that is missing or of the wrong kind
/// is a fault that names it.
final class Body {
    /// The version of every body that this program writes.
    static final int VERSION = 1;

    private static final int MICROMETRES = 3;
    private static final int LONGEST = 4096;
    private static final int NAME_DIGITS = 32;
    private static final String NAME = "[0-9a-f]{" + NAME_DIGITS + "}";

    private final JsonNode node;

    private Body(JsonNode node) {
        this.node = node;
    }

    /// @throws Fault `fabrication.record-version` when it is of a version that this program does not know
    static Body of(JsonNode node) {
        int version = node.path("v").asInt(0);
        if (version != VERSION) {
            throw new Fault("fabrication.record-version", version);
        }
        return new Body(node);
    }

    static ObjectNode create() {
        return JsonNodeFactory.instance.objectNode().put("v", VERSION);
    }

    /// The name of what a body says: its hash, so that the name cannot be given to anything else.
    static String nameOf(ObjectNode content) {
        return ContentId.of(Canonical.bytes(content)).hex().substring(0, NAME_DIGITS);
    }

    Body inner(String field) {
        if (!node.path(field).isObject()) {
            throw bad(field);
        }
        return new Body(node.path(field));
    }

    JsonNode raw() {
        return node;
    }

    /// As it was written, within bounds: somebody else's words are kept, never as many as they like.
    JsonNode small(String field) {
        JsonNode inner = inner(field).raw();
        if (inner.toString().length() > LONGEST) {
            throw bad(field);
        }
        return inner;
    }

    /// A text without control characters, possibly empty.
    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().length() > LONGEST
                || value.asText().chars().anyMatch(Character::isISOControl)) {
            throw bad(field);
        }
        return value.asText();
    }

    /// As [#text]; empty when the field is missing.
    String textOrEmpty(String field) {
        return node.path(field).isMissingNode() ? "" : text(field);
    }

    String job() {
        String id = text("job");
        if (!id.matches(NAME)) {
            throw bad("job");
        }
        return id;
    }

    long positive(String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw bad(field);
        }
        return value.asLong();
    }

    int epoch() {
        long epoch = positive("epoch");
        if (epoch > Integer.MAX_VALUE) {
            throw bad("epoch");
        }
        return (int) epoch;
    }

    long notNegative(String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw bad(field);
        }
        return value.asLong();
    }

    /// As [#notNegative]; zero when the field is missing.
    long notNegativeOrZero(String field) {
        return node.path(field).isMissingNode() ? 0 : notNegative(field);
    }

    /// Records hold no fractions but as text: `119.5`, to the micrometre.
    static String decimal(double millimetres) {
        BigDecimal rounded = BigDecimal.valueOf(millimetres).setScale(MICROMETRES, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    double millimetres(JsonNode value, String field) {
        String text = value.asText();
        if (!value.isTextual() || !text.matches("\\d{1,9}(\\.\\d{1,3})?")) {
            throw bad(field);
        }
        return Double.parseDouble(text);
    }

    /// A positive decimal as text, with a unit.
    Quantity amount(String field) {
        JsonNode amount = node.path(field);
        String number = amount.path("number").asText();
        Unit unit = Unit.parse(amount.path("unit").asText()).orElseThrow(() -> bad(field));
        if (!number.matches("\\d{1,9}(\\.\\d{1,6})?") || new BigDecimal(number).signum() == 0) {
            throw bad(field);
        }
        return new Quantity(new BigDecimal(number), unit);
    }

    Instant instant(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw new Fault(e, "fabrication.record-field", field);
        }
    }

    Fault bad(String field) {
        return new Fault("fabrication.record-field", field);
    }
}
