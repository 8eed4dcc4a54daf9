package org.commonwright.contribution.insight;

import java.time.YearMonth;
import java.util.Map;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// Whose lines were there at the end of a month (UTC).
///
/// @param lines of all of them
/// @param people those who had some then
public record MonthShares(YearMonth month, long lines, Map<Person, Rational> people) {
    public MonthShares {
        people = Map.copyOf(people);
    }

    /// A person's lines; zero for somebody without any.
    public Rational of(Person person) {
        return people.getOrDefault(person, Rational.ZERO);
    }

    /// A person's part of all lines, from 0 to 1: to be drawn.
    public double share(Person person) {
        return lines == 0 ? 0 : of(person).rounded(6).doubleValue() / lines;
    }
}
