package org.commonwright.credit;

import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.contribution.Part;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// One person's part of a design as several numbers. They are of different sorts, so nothing adds them up: a community says how
/// much each weighs.
///
/// @param bot whether this is a program; shown, but owed nothing
/// @param lines those that survive and those that were ever written; empty for somebody without any in the design
/// @param decided proposals of others that they decided about
/// @param discussed proposals of others that they took a stance on or commented, without those decided
/// @param declared hours that they declared and others countersigned
/// @param waiting hours that they declared and nobody countersigned yet: these do not count
/// @param cells of bills of materials that they set last
/// @param cited lines of theirs in modules that the design pins from other repositories, by module
public record Credit(Person person, boolean bot, Optional<Part> lines, int decided, int discussed, Rational declared,
        Rational waiting, Rational cells, SequencedMap<String, Rational> cited) {
    /// Lines that survive.
    public Rational surviving() {
        return lines.map(Part::surviving).orElse(Rational.ZERO);
    }

    /// Their part of the surviving lines, in thousandths.
    public int perMille() {
        return lines.map(Part::perMille).orElse(0);
    }

    /// Lines that were ever written.
    public Rational authored() {
        return lines.map(Part::authored).orElse(Rational.ZERO);
    }

    /// Proposals of others that they looked at.
    public int reviewed() {
        return decided + discussed;
    }

    /// All lines that the design builds on.
    public Rational citedLines() {
        return cited.values().stream().reduce(Rational.ZERO, Rational::plus);
    }
}
