package org.commonwright.design.manifest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// What a community has agreed on, as `commons.toml`, version 1, says: who maintains what, how it decides, what counts as a
/// part, under which terms others may use the design, and whose need comes first.
///
/// @param maintainers from the most general folder to the most special one
/// @param decision how the community decides
/// @param value what each vector of a contributor's part weighs
/// @param licence terms beyond the licence itself
/// @param attrition the share of parts that gets lost, by the module's folder, for lines that do not say themselves
/// @param needs kinds of need, the first served first; an order says which it is
/// @param releaseWaitsFor the checks whose warnings stop a release; errors always do
/// @param currency the currency, ISO 4217, of prices in lists that name none; empty when nothing is said
/// @param interfaces what modules offer to others and need of others, by the module's folder
public record Commons(List<Maintainers> maintainers, Decision decision, ValueEquation value, LicenceTerms licence,
        Map<RepoPath, Rational> attrition, List<String> needs, List<String> releaseWaitsFor,
        String currency, Map<RepoPath, Interfaces> interfaces) {
    /// What may stand at the top of the file.
    public static final List<String> KEYS = List.of("version", "maintainers", "decision", "value", "licence",
            "attrition",
            "need", "release", "prices", "interfaces");
    public static final RepoPath PATH = new RepoPath("commons.toml");

    /// A community that has not agreed on anything yet.
    public static final Commons NONE = new Commons(List.of(), Decision.DEFAULT, ValueEquation.DEFAULT,
            LicenceTerms.NONE, Map.of(), List.of(), List.of(), "", Map.of());

    /// The share that gets lost in a module: the entry nearest above its folder.
    public Rational attritionOf(RepoPath folder) {
        return attrition.entrySet().stream().filter(e -> folder.isUnder(e.getKey()))
                .max(Comparator.comparingInt(e -> e.getKey().text().length())).map(Map.Entry::getValue)
                .orElse(Rational.ZERO);
    }

    /// Who maintains a folder and what is below it.
    ///
    /// @param people `Name <e-mail>` or key fingerprints (`SHA256:…`)
    public record Maintainers(RepoPath path, List<String> people) {
        /// What a key's fingerprint looks like, as a regular expression.
        public static final String KEY = "SHA256:[A-Za-z0-9+/]{43}";
    }

    /// How a proposal is adopted.
    ///
    /// @param rule `consent` (nobody blocks), `consensus` (everybody agrees), `majority`, `maintainer` (one of them decides)
    /// @param quorum the part of the maintainers that must have said something, exactly
    /// @param days how long a proposal stays open at least
    public record Decision(String rule, Rational quorum, int days) {
        static final Decision DEFAULT = new Decision("maintainer", Rational.ZERO, 0);
    }

    /// What each vector weighs, by name (`surviving`, `authored`, `reviewed`, `declared`, `cited`).
    ///
    /// @param equation the name of the equation that a community may have adopted; `weights` when only weights are given
    public record ValueEquation(String equation, SequencedMap<String, Rational> weights) {
        static final ValueEquation DEFAULT = new ValueEquation("weights",
                new LinkedHashMap<>(Map.of("surviving", Rational.ONE)));
    }

    /// @param terms an SPDX expression for the whole design where manifests do not say; empty when not given
    /// @param fee what a user who owes a fee pays, as a part of the price
    /// @param contributors whether a grant makes it free for those who contribute
    /// @param inclusion how modules are in the design, by their folder or by what a bill of materials calls them: `source`,
    /// `external` (behind a documented interface) or `bought` (as a finished part)
    public record LicenceTerms(String terms, Rational fee, boolean contributors, Map<String, String> inclusion) {
        static final LicenceTerms NONE = new LicenceTerms("", Rational.ZERO, false, Map.of());

        public LicenceTerms {
            inclusion = Map.copyOf(inclusion);
        }
    }

    /// Who maintains a folder: the entry nearest above it.
    public Optional<Maintainers> maintainersOf(RepoPath folder) {
        return maintainers.stream().filter(m -> folder.isUnder(m.path()))
                .max(Comparator.comparingInt(m -> m.path().text().length()));
    }
}
