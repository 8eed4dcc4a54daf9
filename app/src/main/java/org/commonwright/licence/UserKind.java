package org.commonwright.licence;

import java.util.Locale;
import org.commonwright.error.Fault;

/// Who wants to use a design, as copyfarleft licences tell users apart.
public enum UserKind {
    PERSON("person"),
    /// Owned by its workers, all gains distributed among them (PPL §4(c)).
    WORKER_COOPERATIVE("worker-cooperative"),
    COOPERATIVE("cooperative"),
    NON_PROFIT("non-profit"),
    PUBLIC_BODY("public-body"),
    /// Seeks profit from the labour of employees paid by wages (PPL §4(d)).
    FIRM("firm");

    private final String token;

    UserKind(String token) {
        this.token = token;
    }

    /// The word used on the command line and in records.
    public String token() {
        return token;
    }

    /// @throws Fault `licence.user-unknown` when no kind has this name
    public static UserKind parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (wanted) {
            case "worker-owned", "cooperative-worker-owned", "worker-coop" -> WORKER_COOPERATIVE;
            case "cooperative-other", "coop" -> COOPERATIVE;
            case "nonprofit", "association" -> NON_PROFIT;
            case "public" -> PUBLIC_BODY;
            case "company", "firm-wage-labour" -> FIRM;
            default -> {
                for (UserKind kind : values()) {
                    if (kind.token.equals(wanted)) {
                        yield kind;
                    }
                }
                throw new Fault("licence.user-unknown", text);
            }
        };
    }
}
