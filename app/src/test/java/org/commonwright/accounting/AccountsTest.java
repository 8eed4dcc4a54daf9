package org.commonwright.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Instant T = Instant.parse("2025-06-01T10:00:00Z");

    @Test
    void aRunIsAddedUpForTheWorkshopAndForTheDesign() {
        var accounts = new Accounts();
        accounts.add("1", "bo", event(Action.PRODUCE, "gantry-plate", "1", Unit.PIECE, "bo", "bo"));
        accounts.add("2", "bo", event(Action.USE, "mill", "90", Unit.MINUTE, "bo", "bo"));
        accounts.add("3", "bo", event(Action.USE, "mill", "0.5", Unit.HOUR, "bo", "bo"));
        accounts.add("4", "ana", event(Action.TRANSFER, "gantry-plate", "1", Unit.PIECE, "bo", "ana"));
        accounts.add("4", "ana", event(Action.TRANSFER, "gantry-plate", "1", Unit.PIECE, "bo", "ana"));
        Accounts.Statement statement = accounts.statement();
        assertEquals(List.of("ana", "bo"), statement.agents().stream().map(Account::of).toList());
        assertEquals(List.of(
                new Account.Line(Action.PRODUCE, "", "gantry-plate", Quantity.pieces(1), 1),
                new Account.Line(Action.USE, "", "mill", Quantity.of("120", Unit.MINUTE), 2),
                new Account.Line(Action.TRANSFER, "given", "gantry-plate", Quantity.pieces(1), 1)),
                statement.agents().getLast().lines());
        assertEquals("received", statement.agents().getFirst().lines().getFirst().side());
        assertEquals("plotter", statement.designs().getFirst().of());
    }

    @Test
    void nobodyBooksForOthersAndBadEventsStopNothing() {
        var accounts = new Accounts();
        accounts.add("1", "mallory", event(Action.WORK, "design", "900", Unit.HOUR, "ana", "bo"));
        accounts.add("2", "ana", event(Action.WORK, "design", "1", Unit.HOUR, "ana", "ana").put("action", "steal"));
        accounts.add("3", "ana", event(Action.WORK, "design", "1", Unit.HOUR, "ana", "ana").put("v", 2));
        ObjectNode huge = event(Action.WORK, "design", "1", Unit.HOUR, "ana", "ana");
        huge.putObject("quantity").put("number", "1e999999999").put("unit", "h");
        accounts.add("4", "ana", huge);
        accounts.add("5", "ana", event(Action.WORK, "design", "2", Unit.HOUR, "ana", "ana"));
        Accounts.Statement statement = accounts.statement();
        assertEquals(List.of("accounting.event-by-other", "accounting.event-field", "accounting.event-version",
                "accounting.event-field"), statement.setAside().values().stream().map(k -> k.key()).toList());
        assertEquals(Quantity.of("120", Unit.MINUTE), statement.agents().getFirst().lines().getFirst().quantity());
    }

    @Test
    void anyOrderOfArrivalGivesTheSameStatement() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        var events = new ArrayList<ObjectNode>();
        for (int i = 0; i < 200; i++) {
            Unit unit = List.of(Unit.PIECE, Unit.GRAM, Unit.KILOGRAM, Unit.MINUTE, Unit.HOUR).get(random.nextInt(5));
            events.add(event(Action.values()[random.nextInt(5)], "r" + random.nextInt(3),
                    random.nextInt(1000) + "." + random.nextInt(1000), unit, "bo", "ana"));
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < events.size(); i++) {
            order.add(i);
        }
        Accounts.Statement expected = statement(order, events);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(order, random);
            assertEquals(expected, statement(order, events), "seed " + seed);
        }
    }

    private static Accounts.Statement statement(List<Integer> order, List<ObjectNode> events) {
        var accounts = new Accounts();
        order.forEach(i -> accounts.add("e" + i, "bo", events.get(i)));
        return accounts.statement();
    }

    private static ObjectNode event(Action action, String resource, String number, Unit unit, String provider,
            String receiver) {
        return new EconomicEvent(action, resource, Quantity.of(number, unit), provider, receiver, "plotter", "j", "1.1",
                T).toBody();
    }
}
