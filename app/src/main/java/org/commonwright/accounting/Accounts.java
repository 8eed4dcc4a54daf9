package org.commonwright.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Adds economic events up, exactly and in whatever order they come. Whoever signs an event must be its provider or its
/// receiver: nobody books for others.
public final class Accounts {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<PieceOf> scrapped = new HashSet<>();

    private record Entry(String author, JsonNode body) {}

    /// What the events add up to.
    ///
    /// @param agents by fingerprint
    /// @param designs by name
    /// @param setAside entries that do not count, by id, with the reason
    public record Statement(List<Account> agents, List<Account> designs, Map<String, Messages.Key> setAside) {}

    /// Takes one record of kind `event`; the same entry twice counts once.
    public void add(String id, String author, JsonNode body) {
        entries.put(id, new Entry(author, body));
    }

    /// A person declared the piece of this run scrap: then it was not produced, though what it took was used.
    ///
    /// @param run as events name it, such as `1.2`
    public void scrapped(String job, String run) {
        scrapped.add(new PieceOf(job, run));
    }

    private record PieceOf(String job, String run) {}

    public Statement statement() {
        var agents = new TreeMap<String, Map<SumKey, Sum>>();
        var designs = new TreeMap<String, Map<SumKey, Sum>>();
        var setAside = new TreeMap<String, Messages.Key>();
        entries.forEach((id, entry) -> {
            try {
                book(entry, agents, designs);
            } catch (Fault fault) {
                setAside.put(id, new Messages.Key(fault.code(), fault.arguments()));
            }
        });
        return new Statement(accounts(agents), accounts(designs), setAside);
    }

    private void book(Entry entry, Map<String, Map<SumKey, Sum>> agents,
            Map<String, Map<SumKey, Sum>> designs) {
        EconomicEvent event = EconomicEvent.of(entry.body());
        if (!entry.author().equals(event.provider()) && !entry.author().equals(event.receiver())) {
            throw new Fault("accounting.event-by-other", entry.author());
        }
        if (event.action() == Action.PRODUCE && scrapped.contains(new PieceOf(event.job(), event.run()))) {
            throw new Fault("accounting.event-scrapped", event.resource(), event.run());
        }
        if (event.action() == Action.TRANSFER) {
            sum(agents, event.provider(), event, "given");
            sum(agents, event.receiver(), event, "received");
        } else {
            sum(agents, event.provider(), event, "");
        }
        if (!event.design().isEmpty()) {
            sum(designs, event.design(), event, "");
        }
    }

    /// Pieces are never added to hours: one sum for each unit's dimension.
    private record SumKey(Action action, String side, String resource, Unit.Dimension dimension)
            implements
                Comparable<SumKey> {
        private static final Comparator<SumKey> ORDER = Comparator.comparing(SumKey::action)
                .thenComparing(SumKey::resource).thenComparing(SumKey::side).thenComparing(SumKey::dimension);

        @Override
        public int compareTo(SumKey other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(Quantity quantity, int events) {}

    private static void sum(Map<String, Map<SumKey, Sum>> accounts, String of, EconomicEvent event, String side) {
        Quantity quantity = event.quantity().in(base(event.quantity().unit().dimension()));
        var key = new SumKey(event.action(), side, event.resource(), quantity.unit().dimension());
        accounts.computeIfAbsent(of, _ -> new TreeMap<>()).merge(key, new Sum(quantity, 1),
                (a, b) -> new Sum(a.quantity().plus(b.quantity()), a.events() + b.events()));
    }

    /// The unit that sums are in, so that they do not depend on which event came first.
    private static Unit base(Unit.Dimension dimension) {
        return switch (dimension) {
            case COUNT -> Unit.PIECE;
            case LENGTH -> Unit.MILLIMETRE;
            case AREA -> Unit.SQUARE_MILLIMETRE;
            case MASS -> Unit.GRAM;
            case VOLUME -> Unit.MILLILITRE;
            case TIME -> Unit.MINUTE;
            case ENERGY -> Unit.WATT_HOUR;
        };
    }

    private static List<Account> accounts(Map<String, Map<SumKey, Sum>> sums) {
        var accounts = new ArrayList<Account>();
        sums.forEach((of, lines) -> accounts.add(new Account(of, lines.entrySet().stream()
                .map(e -> new Account.Line(e.getKey().action(), e.getKey().side(), e.getKey().resource(),
                        e.getValue().quantity(), e.getValue().events()))
                .toList())));
        return accounts;
    }
}
