package org.commonwright.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;

/// Answers for one licence expression: where the user may choose (`OR`) the mildest answer holds, where all hold (`AND`)
/// the strictest. A licence that the program does not know is never guessed: the answer is no.
public final class LicenceCheck {
    private final LicenceTable table;

    public LicenceCheck(LicenceTable table) {
        this.table = table;
    }

    /// @param expression SPDX expression as the manifest has it, empty when it names none
    public Verdict check(String expression, User user, Use use) {
        if (expression.isBlank()) {
            return unanswered("", Messages.Key.of("licence.none"));
        }
        try {
            return check(SpdxExpression.parse(expression), user, use);
        } catch (Fault fault) {
            return unanswered(expression, new Messages.Key(fault.code(), fault.arguments()));
        }
    }

    private Verdict check(SpdxExpression expression, User user, Use use) {
        return switch (expression) {
            case SpdxExpression.One one -> one(one, user, use);
            case SpdxExpression.Or or -> {
                Verdict left = check(or.left(), user, use);
                Verdict right = check(or.right(), user, use);
                yield left.stricterThan(right) ? right : left;
            }
            case SpdxExpression.And and -> {
                Verdict left = check(and.left(), user, use);
                Verdict right = check(and.right(), user, use);
                yield right.stricterThan(left) ? right : together(left, right);
            }
        };
    }

    private static Verdict together(Verdict stricter, Verdict other) {
        var conditions = new ArrayList<>(stricter.conditions());
        other.conditions().stream().filter(c -> !conditions.contains(c)).forEach(conditions::add);
        return new Verdict(stricter.answer(), stricter.licence(), stricter.clause(), stricter.reason(), conditions);
    }

    private Verdict one(SpdxExpression.One one, User user, Use use) {
        Optional<LicenceTerms> known = table.find(one.id());
        if (known.isEmpty()) {
            return unanswered(one.id(), Messages.Key.of("licence.unknown-id", one.id()));
        }
        LicenceTerms terms = known.get();
        if (terms.family() == Family.PEER_PRODUCTION) {
            return new PeerProduction(terms).verdict(user, use);
        }
        if (terms.family().nonCommercial() && use == Use.SELL) {
            return new Verdict(Answer.NO, terms.id(), terms.cite(use), Messages.Key.of("licence.non-commercial"),
                    List.of());
        }
        return new Verdict(Answer.FREE, terms.id(), terms.cite(use), Messages.Key.of("licence.free-for-all"),
                conditions(terms, use));
    }

    private static List<Messages.Key> conditions(LicenceTerms terms, Use use) {
        if (use == Use.STUDY || terms.family() == Family.PUBLIC_DOMAIN) {
            return List.of();
        }
        var conditions = new ArrayList<Messages.Key>();
        conditions.add(Messages.Key.of("licence.condition-notices", terms.id()));
        switch (terms.family()) {
            case STRONG, WEAK -> conditions.add(Messages.Key.of(
                    use == Use.MODIFY ? "licence.condition-share-alike" : "licence.condition-source",
                    terms.cite(use)));
            case NON_COMMERCIAL_SHARE_ALIKE ->
                conditions.add(Messages.Key.of("licence.condition-share-alike", terms.cite(terms.combining())));
            case PUBLIC_DOMAIN, PERMISSIVE, NON_COMMERCIAL, PEER_PRODUCTION -> {
            }
        }
        return conditions;
    }

    private static Verdict unanswered(String licence, Messages.Key reason) {
        return new Verdict(Answer.NO, licence, "", reason, List.of());
    }
}
