package org.commonwright.governance.decide;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.design.manifest.Commons;
import org.commonwright.design.manifest.DesignRules;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Decider;
import org.commonwright.governance.MergeGate;
import org.commonwright.model.RepoPath;

/// What a community has agreed on about deciding, as `commons.toml` of one commit says.
public final class RuleBook {
    private static final long LIMIT = 1L << 20;

    private final Commons commons;
    private final String text;

    private RuleBook(Commons commons, String text) {
        this.commons = commons;
        this.text = text;
    }

    /// @throws Fault `design.rules-broken` while anything is wrong with what it says: rules that cannot be read must not open the gate
    public static RuleBook of(FileTree tree) {
        Commons commons = DesignRules.of(tree).require();
        String text = tree.exists(Commons.PATH)
                ? new String(tree.read(Commons.PATH, LIMIT), StandardCharsets.UTF_8)
                : "";
        return new RuleBook(commons, text);
    }

    public MergeGate gate() {
        return new MergeGate(commons);
    }

    public Commons.Decision rule() {
        return commons.decision();
    }

    /// Whether there is anything to count or to wait for. Where one maintainer decides at once there is not.
    public boolean counts() {
        Commons.Decision rule = rule();
        return !rule.rule().equals("maintainer") || rule.quorum().signum() > 0 || rule.days() > 0;
    }

    /// Whether the same people decide in the same way.
    public boolean decidesAs(RuleBook other) {
        return commons.maintainers().equals(other.commons.maintainers()) && rule().equals(other.rule());
    }

    /// Who decides about the folders; empty when the community names nobody for any of them.
    public List<Circle> circles(Collection<RepoPath> folders) {
        return gate().circles(folders);
    }

    /// The folders whose maintainers are asked about a path: the one nearest above it, and any that is spelt like one above it but for
    /// capitals, which some disks do not tell apart. Where nobody maintains the rules themselves, all whom they name are asked about
    /// them. Empty when nobody is named.
    public List<RepoPath> asked(RepoPath path) {
        List<RepoPath> named = commons.maintainers().stream().map(Commons.Maintainers::path).distinct().sorted()
                .toList();
        Optional<RepoPath> nearest = commons.maintainersOf(path).map(Commons.Maintainers::path);
        if (nearest.isEmpty() && path.text().equalsIgnoreCase(Commons.PATH.text())) {
            return named;
        }
        return Stream.concat(nearest.stream(), named.stream()
                .filter(folder -> !path.isUnder(folder) && lower(path).isUnder(lower(folder)))).toList();
    }

    private static RepoPath lower(RepoPath path) {
        return new RepoPath(path.text().toLowerCase(Locale.ROOT));
    }

    /// The rule, word for word.
    public RuleQuote quote() {
        return RuleQuote.decision(text).orElse(new RuleQuote(0, "[decision] rule = \"" + rule().rule() + "\""));
    }

    /// Everybody whom the community names for anything.
    public List<String> people() {
        return commons.maintainers().stream().flatMap(one -> one.people().stream()).distinct().toList();
    }

    /// The first line that names somebody.
    public RuleQuote peopleQuote() {
        return quote(new Circle(List.of(), commons.maintainers().stream().map(Commons.Maintainers::people).findFirst()
                .orElse(List.of())));
    }

    /// The line that names those of a circle.
    public RuleQuote quote(Circle circle) {
        return RuleQuote.people(text, circle.people())
                .orElse(new RuleQuote(0, "people = " + String.join(", ", circle.people())));
    }

    /// Lets one maintainer decide who maintains all the folders.
    ///
    /// @throws Fault `decide.not-named` with the rule that names others
    public void check(Decider who, Collection<RepoPath> folders) {
        for (Circle circle : circles(folders)) {
            if (circle.member(who).isEmpty()) {
                throw notNamed(who, circle);
            }
        }
    }

    /// Lets somebody speak who maintains one of the folders.
    ///
    /// @throws Fault `decide.not-named`
    public void checkMember(Decider who, Collection<RepoPath> folders) {
        List<Circle> circles = circles(folders);
        if (!circles.isEmpty() && circles.stream().allMatch(circle -> circle.member(who).isEmpty())) {
            throw notNamed(who, circles.getFirst());
        }
    }

    private Fault notNamed(Decider who, Circle circle) {
        RuleQuote quote = quote(circle);
        RepoPath folder = circle.folders().getFirst();
        return new Fault("governance.not-a-maintainer", who.person(), folder.isRoot() ? "." : folder.text(),
                String.join(", ", circle.people()), who.agent(), quote.place(), quote.text());
    }
}
