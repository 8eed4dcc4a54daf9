package org.commonwright.licence;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages;

/// What the Peer Production Licence answers. Non-commercial use is for all (§4(b)); commercial use is for businesses that
/// their workers own and whose gains all go to them (§4(c)); businesses that live from wage labour are barred (§4(d)); for
/// other commercial use the licensor keeps the right to royalties (§4(f)). The licence has no exemption for contributors:
/// a community that wants one gives it as a separate, signed grant.
final class PeerProduction {
    private final LicenceTerms terms;

    PeerProduction(LicenceTerms terms) {
        this.terms = terms;
    }

    Verdict verdict(User user, Use use) {
        if (use != Use.SELL) {
            return nonCommercial(user, use);
        }
        if (user.grant() == Grant.BREACHED) {
            return new Verdict(Answer.NO, terms.id(), terms.cite("§7(a)"), Messages.Key.of("licence.ppl-breach"),
                    List.of());
        }
        return switch (user.kind()) {
            case WORKER_COOPERATIVE -> free("§4(c)", "licence.ppl-worker-owned");
            case FIRM -> firm(user);
            case PERSON, COOPERATIVE, NON_PROFIT, PUBLIC_BODY -> other(user);
        };
    }

    private Verdict nonCommercial(User user, Use use) {
        var conditions = new ArrayList<Messages.Key>();
        conditions.add(Messages.Key.of("licence.condition-notices", terms.cite("§4(a)")));
        if (user.kind() == UserKind.FIRM) {
            conditions.add(Messages.Key.of("licence.condition-outside-business", terms.cite("§4(d)")));
        }
        String clause = use == Use.MAKE ? "§4(b)" : terms.clauses().getOrDefault(use, "") + ", §4(b)";
        return new Verdict(Answer.FREE, terms.id(), terms.cite(clause),
                Messages.Key.of("licence.ppl-non-commercial"), conditions);
    }

    private Verdict firm(User user) {
        if (user.grant() == Grant.VOTED) {
            return free("§4(d), §4(f)", "licence.ppl-voted-grant");
        }
        if (user.grant() == Grant.EXPIRED) {
            return expired("§4(d)");
        }
        return fee("§4(d), §4(f)", user.contributor() ? "licence.ppl-firm-contributor" : "licence.ppl-firm");
    }

    private Verdict other(User user) {
        if (user.grant() == Grant.EXPIRED) {
            return expired("§4(b)");
        }
        if (user.grant() == Grant.VOTED) {
            return free("§4(f)", "licence.ppl-voted-grant");
        }
        if (user.grant() == Grant.CONTRIBUTOR) {
            return free("§4(f)", "licence.ppl-contributor");
        }
        if (user.contributor()) {
            Verdict free = free("§4(f)", "licence.ppl-contributor");
            var conditions = new ArrayList<>(free.conditions());
            conditions.add(Messages.Key.of("licence.condition-signed-grant"));
            return new Verdict(Answer.FREE, terms.id(), free.clause(), free.reason(), conditions);
        }
        return fee("§4(b), §4(f)", "licence.ppl-not-worker-owned");
    }

    private Verdict free(String clause, String reason) {
        return new Verdict(Answer.FREE, terms.id(), terms.cite(clause), Messages.Key.of(reason),
                List.of(Messages.Key.of("licence.condition-notices", terms.cite("§4(a)"))));
    }

    private Verdict fee(String clause, String reason) {
        return new Verdict(Answer.FEE, terms.id(), terms.cite(clause), Messages.Key.of(reason), List.of());
    }

    private Verdict expired(String clause) {
        return new Verdict(Answer.NO, terms.id(), terms.cite(clause), Messages.Key.of("licence.ppl-expired"),
                List.of());
    }
}
