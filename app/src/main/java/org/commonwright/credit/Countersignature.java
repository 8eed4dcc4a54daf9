package org.commonwright.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.model.Person;

/// Somebody else's word that an effort was made as declared; the body of an entry of kind [#KIND], version 1, which cites it.
///
/// @param effort the id of the entry that declared it
/// @param person the name that the signer goes by
public record Countersignature(String effort, Person person) {
    public static final String KIND = "effort.countersigned";

    public ObjectNode toBody() {
        return CreditBodies.create(person).put("effort", effort);
    }

    static Countersignature of(JsonNode body) {
        CreditBodies.checkVersion(body);
        return new Countersignature(CreditBodies.line(body, "effort"), CreditBodies.person(body));
    }
}
