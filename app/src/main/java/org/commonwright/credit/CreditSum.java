package org.commonwright.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.people.Bots;
import org.commonwright.credit.ReviewWork.Reviewed;
import org.commonwright.git.Mailmap;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// Adds up what different sources say of the same people. After `.mailmap`, whom a history names otherwise is somebody else, also with
/// the same address: so it is with lines and with cells. What records and other repositories say goes to who is named so there, else to
/// the one with that address who has the most lines.
final class CreditSum {
    private final Mailmap mailmap;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final Map<String, Sum> byAddress = new HashMap<>();

    private static final class Sum {
        private final Person person;
        private Optional<Part> lines = Optional.empty();
        private int decided;
        private int discussed;
        private Rational declared = Rational.ZERO;
        private Rational waiting = Rational.ZERO;
        private Rational cells = Rational.ZERO;
        private final SequencedMap<String, Rational> cited = new TreeMap<>();

        Sum(Person person) {
            this.person = person;
        }

        Credit credit() {
            return new Credit(person, Bots.isBot(person), lines, decided, discussed, declared, waiting, cells,
                    cited);
        }
    }

    CreditSum(Contributions shares, Mailmap mailmap) {
        this.mailmap = mailmap;
        for (Part part : shares.parts()) {
            named(part.person()).lines = Optional.of(part);
        }
    }

    private static String address(Person person) {
        return person.email().toLowerCase(Locale.ROOT);
    }

    /// The one with this very name and address.
    private Sum named(Person person) {
        Sum sum = sums.computeIfAbsent(person.name() + " <" + address(person) + ">", _ -> new Sum(person));
        if (!person.email().isEmpty()) {
            byAddress.putIfAbsent(address(person), sum);
        }
        return sum;
    }

    private Sum of(Person written) {
        Person person = mailmap.apply(written);
        Sum sameAddress = byAddress.get(address(person));
        return sameAddress == null || sums.containsKey(person.name() + " <" + address(person) + ">")
                ? named(person)
                : sameAddress;
    }

    void add(EffortState state) {
        Sum sum = of(state.effort().person());
        if (state.counts()) {
            sum.declared = sum.declared.plus(state.effort().hours());
        } else {
            sum.waiting = sum.waiting.plus(state.effort().hours());
        }
    }

    void add(Person person, Rational cells) {
        Sum sum = named(mailmap.apply(person));
        sum.cells = sum.cells.plus(cells);
    }

    void add(Person person, Reviewed reviewed) {
        Sum sum = of(person);
        sum.decided += reviewed.decided().size();
        sum.discussed += reviewed.discussed().size();
    }

    void add(Person person, SequencedMap<String, Rational> cited) {
        Sum sum = of(person);
        cited.forEach((module, lines) -> sum.cited.merge(module, lines, Rational::plus));
    }

    List<Credit> people() {
        List<Credit> people = new ArrayList<>(sums.values().stream().map(Sum::credit).toList());
        people.sort(Comparator.comparing(Credit::surviving).thenComparing(Credit::authored)
                .thenComparing(Credit::cells).thenComparing(Credit::declared).thenComparingInt(Credit::reviewed)
                .thenComparing(Credit::citedLines).reversed().thenComparing(c -> c.person().name())
                .thenComparing(c -> c.person().email()));
        return people;
    }
}
