package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.commonwright.error.Fault;

/// `order.placed`: somebody wants N of a design or a module.
///
/// @param by fingerprint of the one who orders
/// @param at when; makes two orders of the same thing two orders
/// @param home URL of the repository where claims on its jobs are made
/// @param design the design's name
/// @param commit the commit that is ordered
/// @param module its folder in the design; empty for the root
/// @param need how urgent, in the words of the community's need policy; may be empty
/// @param due a date `YYYY-MM-DD`; empty when there is none
/// @param feeAgreed reference of the agreement on a fee, when the licence asks for one; else empty
/// @param user kind of user, contributor or not, grant: as given to the licence check
/// @param licence the verdict it was placed on: `verdict`, `licence`, `clause`, `code`
public record OrderRecord(String by, Instant at, String home, String design, String commit, String module,
        long quantity,
        String need, String due, String feeAgreed, JsonNode user, JsonNode licence) {
    public static final String KIND = "order.placed";

    /// The order's name: what it says, hashed, so that nobody can take another's name.
    public String id() {
        return Body.nameOf(content());
    }

    public ObjectNode toBody() {
        return content().put("order", id());
    }

    private ObjectNode content() {
        ObjectNode body = Body.create().put("by", by).put("at", at.toString()).put("home", home).put("design", design)
                .put("commit", commit)
                .put("module", module).put("quantity", quantity).put("need", need).put("due", due)
                .put("fee_agreed", feeAgreed);
        body.set("user", user);
        body.set("licence", licence);
        return body;
    }

    /// @throws Fault `fabrication.record-field`, `fabrication.record-version`,
    ///         `fabrication.order-forged` when the name is not that of the content
    public static OrderRecord of(JsonNode node) {
        Body body = Body.of(node);
        var order = new OrderRecord(body.text("by"), body.instant("at"), body.text("home"), body.text("design"),
                body.text("commit"), body.text("module"), body.positive("quantity"), body.textOrEmpty("need"),
                body.textOrEmpty("due"), body.textOrEmpty("fee_agreed"), body.small("user"), body.small("licence"));
        if (!order.id().equals(body.text("order"))) {
            throw new Fault("fabrication.order-forged", body.text("order"));
        }
        return order;
    }
}
