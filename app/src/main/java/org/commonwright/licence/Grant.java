package org.commonwright.licence;

import java.util.Locale;
import org.commonwright.error.Fault;

/// What the community granted this user beyond the licence's own text, as a signed record says it.
public enum Grant {
    /// No grant is on record.
    NONE("none"),
    /// The grant that a design offers to its contributors.
    CONTRIBUTOR("contributor"),
    /// A grant that the community voted for this user.
    VOTED("voted"),
    /// There was a grant; its time is over.
    EXPIRED("expired"),
    /// The user broke the terms, which ended their rights.
    BREACHED("breached");

    private final String token;

    Grant(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /// @throws Fault `licence.grant-unknown` when no state has this name
    public static Grant parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Grant grant : values()) {
            if (grant.token.equals(wanted)) {
                return grant;
            }
        }
        throw new Fault("licence.grant-unknown", text);
    }
}
