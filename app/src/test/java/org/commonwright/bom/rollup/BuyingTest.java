package org.commonwright.bom.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.bom.Offer;
import org.commonwright.error.Place;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;

class BuyingTest {
    @Test
    void findsWhatTryingEveryNumberOfPacksFinds() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            int need = 1 + random.nextInt(60);
            List<Priced> offers = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                offers.add(priced(i, random));
            }
            Way way = Buying.cheapest(Quantity.pieces(need), offers).orElseThrow();
            assertEquals(0, slowest(need, offers).compareTo(way.cost().amount()), "seed " + seed + " " + way);
            BigDecimal there = way.positions().stream().map(p -> p.ordered().number()).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            assertTrue(there.compareTo(BigDecimal.valueOf(need)) >= 0, "seed " + seed);
            for (Purchase p : way.positions()) {
                assertTrue(p.ordered().number().compareTo(p.offer().minimum()) >= 0, "seed " + seed);
                assertEquals(0, p.ordered().number().remainder(p.offer().pack()).signum(), "seed " + seed);
                assertEquals(p.offer().unitPrice().times(p.ordered().number()), p.cost(), "seed " + seed);
            }
        }
    }

    @Test
    void offersThatCountDifferentlyAreCompared() {
        Priced metres = Priced.of(offer(1, "A", Unit.METRE, "2.00", "0.5", "0"), Unit.MILLIMETRE, null);
        Priced pieces = Priced.of(offer(2, "B", Unit.CENTIMETRE, "0.019", null, "0"), Unit.MILLIMETRE, null);
        assertEquals("B 175 cm 3.325 EUR", said(Quantity.of("1750", Unit.MILLIMETRE), metres, pieces));
        assertEquals("A 2 m 4.000 EUR", said(Quantity.of("1750", Unit.MILLIMETRE), metres));
        Priced pairs = Priced.of(offer(3, "C", Unit.PAIR, "3.00", null, "0"), Unit.PIECE, null);
        assertEquals("C 2 pair 6.00 EUR", said(Quantity.pieces(3), pairs));
    }

    @Test
    void thousandsOfOffersWithAwkwardPacksAreAnswered() {
        List<Priced> offers = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            offers.add(Priced.of(offer(i, "S" + i, null, "0." + (1000 + i), String.valueOf(99_991 + 2 * i), "0"),
                    Unit.PIECE, null));
        }
        Way way = Buying.cheapest(Quantity.of("1e12", Unit.PIECE), offers).orElseThrow();
        assertTrue(way.positions().stream().map(p -> p.ordered().number()).reduce(BigDecimal.ZERO, BigDecimal::add)
                .compareTo(new BigDecimal("1e12")) >= 0);
    }

    private static String said(Quantity need, Priced... offers) {
        Purchase p = Buying.cheapest(need, List.of(offers)).orElseThrow().positions().getFirst();
        return p.offer().supplier() + " " + p.ordered() + " " + p.cost();
    }

    private static Priced priced(int row, Random random) {
        String cents = String.valueOf(1 + random.nextInt(40));
        return Priced.of(offer(row, "S" + random.nextInt(4), null, cents, String.valueOf(1 + random.nextInt(12)),
                String.valueOf(random.nextInt(30))), Unit.PIECE, null);
    }

    private static Offer offer(int row, String supplier, Unit unit, String price, String pack, String minimum) {
        return new Offer(Place.line("offers.csv", row), "p", supplier, "", new BigDecimal(minimum), unit,
                Money.of(price, "EUR"),
                pack == null ? null : new BigDecimal(pack), null, null, "");
    }

    private static BigDecimal slowest(int need, List<Priced> offers) {
        BigDecimal best = null;
        for (Priced a : offers) {
            for (int k = 1; k <= need + 30; k++) {
                BigDecimal ofA = a.step().multiply(BigDecimal.valueOf(k));
                if (ofA.compareTo(a.offer().minimum()) < 0) {
                    continue;
                }
                BigDecimal costA = ofA.multiply(a.price().amount());
                BigDecimal rest = BigDecimal.valueOf(need).subtract(ofA);
                if (rest.signum() <= 0) {
                    best = best == null ? costA : best.min(costA);
                    continue;
                }
                for (Priced b : offers) {
                    for (int l = 1; !a.isSameSource(b) && l <= need + 30; l++) {
                        BigDecimal ofB = b.step().multiply(BigDecimal.valueOf(l));
                        if (ofB.compareTo(b.offer().minimum()) >= 0 && ofB.compareTo(rest) >= 0) {
                            BigDecimal cost = costA.add(ofB.multiply(b.price().amount()));
                            best = best == null ? cost : best.min(cost);
                        }
                    }
                }
            }
        }
        return best;
    }
}
