package org.commonwright.licence;

import java.util.Optional;
import org.commonwright.error.Problem.Severity;

/// Whether a work under one licence may contain a work under another.
final class Combination {
    private Combination() {}

    /// What speaks against it: nothing, a note on how to do it, or a conflict.
    ///
    /// @param severity error for a conflict, warning for something to watch
    /// @param code key of the sentence; its arguments are the outer module, the inner one, and the clause
    record Finding(Severity severity, String code, String clause) {}

    static Optional<Finding> of(LicenceTerms outer, LicenceTerms inner, Inclusion inclusion) {
        if (inclusion == Inclusion.BOUGHT || inner.family().bindsNothing() || outer.id().equals(inner.id())
                || inner.into().contains(outer.id())) {
            return Optional.empty();
        }
        if (outer.family() == Family.STRONG || outer.family() == Family.WEAK) {
            Optional<Finding> refused = refusedByOuter(outer, inner, inclusion);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return switch (inner.family()) {
            case PUBLIC_DOMAIN, PERMISSIVE -> Optional.empty();
            case STRONG, NON_COMMERCIAL_SHARE_ALIKE -> demandedByInner(outer, inner);
            case WEAK -> Optional.empty();
            case NON_COMMERCIAL, PEER_PRODUCTION -> stricterInside(outer, inner);
        };
    }

    /// A reciprocal outer licence wants the whole under its own terms, which restrictions on commerce contradict.
    private static Optional<Finding> refusedByOuter(LicenceTerms outer, LicenceTerms inner, Inclusion inclusion) {
        boolean restricts = inner.family().nonCommercial() || inner.family() == Family.PEER_PRODUCTION;
        if (!restricts) {
            return Optional.empty();
        }
        if (outer.family() == Family.STRONG) {
            return Optional.of(new Finding(Severity.ERROR, "licence.conflict-reciprocal",
                    outer.cite(outer.combining())));
        }
        return inclusion == Inclusion.EXTERNAL
                ? Optional.of(new Finding(Severity.WARNING, "licence.external-material", outer.cite("§1.8")))
                : Optional.of(new Finding(Severity.ERROR, "licence.conflict-weak", outer.cite(outer.combining())));
    }

    /// The inner licence wants the whole under its own terms: possible only where the outer terms can give way.
    private static Optional<Finding> demandedByInner(LicenceTerms outer, LicenceTerms inner) {
        String clause = inner.cite(inner.combining());
        if (inner.software() != outer.software()) {
            return Optional.of(new Finding(Severity.WARNING, "licence.beside-software", clause));
        }
        if (outer.family().bindsNothing() || outer.into().contains(inner.id())) {
            return Optional.of(new Finding(Severity.WARNING, "licence.whole-under-inner", clause));
        }
        return Optional.of(new Finding(Severity.ERROR, "licence.conflict-demanded", clause));
    }

    private static Optional<Finding> stricterInside(LicenceTerms outer, LicenceTerms inner) {
        if (outer.family() == Family.NON_COMMERCIAL_SHARE_ALIKE) {
            return Optional.of(new Finding(Severity.ERROR, "licence.conflict-reciprocal",
                    outer.cite(outer.combining())));
        }
        return Optional.of(new Finding(Severity.WARNING, "licence.stricter-inside", inner.cite(inner.combining())));
    }
}
