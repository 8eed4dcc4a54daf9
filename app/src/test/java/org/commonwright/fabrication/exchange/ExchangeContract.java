package org.commonwright.fabrication.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Person;
import org.commonwright.record.Identity;
import org.junit.jupiter.api.Test;

/// What every exchange promises.
abstract class ExchangeContract {
    static final String JOB = "0123456789abcdef0123456789abcdef";
    static final Identity ANAS_KEY = Identity.temporary(new Person("Ana", "ana@example.org"), new SecureRandom());
    static final Identity BOS_KEY = Identity.temporary(new Person("Bo", "bo@example.org"), new SecureRandom());
    static final Claimant ANA = new Claimant(ANAS_KEY.agent().fingerprint(), "Ana's bench", "mill");
    static final Claimant BO = new Claimant(BOS_KEY.agent().fingerprint(), "Bo's shop", "router");
    static final Duration HOUR = Duration.ofHours(1);

    /// Moved by the tests.
    Instant now = Instant.parse("2025-06-01T10:00:00Z");

    /// An exchange of a device of its own, all with the same home.
    abstract Exchange device(String name);

    /// Makes the home unreachable.
    abstract void takeHomeAway();

    @Test
    void theFirstClaimWinsAndTheOthersHearWhoHasIt() {
        Claim won = device("ana").claim(JOB, ANA, HOUR);
        assertEquals(1, won.epoch());
        Fault fault = assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR));
        assertEquals("fabrication.claim-lost", fault.code());
        assertTrue(new Messages(Locale.UK).get(fault).startsWith("Ana's bench claimed job"));
        assertEquals(Optional.of(won), device("bo").current(JOB));
    }

    @Test
    void whoHoldsAClaimGetsItAgain() {
        Claim won = device("ana").claim(JOB, ANA, HOUR);
        assertEquals(won, device("ana").claim(JOB, ANA, HOUR));
    }

    @Test
    void nobodyEverClaimedIt() {
        assertEquals(Optional.empty(), device("ana").current(JOB));
    }

    @Test
    void aLeaseThatIsOverMakesWayForTheNextEpoch() {
        Claim first = device("ana").claim(JOB, ANA, HOUR);
        now = now.plus(HOUR);
        Claim second = device("bo").claim(JOB, BO, HOUR);
        assertEquals(2, second.epoch());
        Fault fault = assertThrows(Fault.class, () -> device("ana").start(first));
        assertEquals("fabrication.claim-taken", fault.code());
        assertTrue(new Messages(Locale.FRANCE).get(fault).contains("Bo's shop"));
    }

    @Test
    void whoStartedIsNeverTakenOver() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        Claim started = device("ana").start(held);
        assertEquals(ClaimState.STARTED, started.state());
        assertEquals(started, device("ana").start(started));
        now = now.plus(Duration.ofDays(1000));
        assertEquals("fabrication.claim-running",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
        assertEquals(started, device("ana").claim(JOB, ANA, HOUR));
    }

    @Test
    void aLateStartAndATakeOverExcludeEachOther() {
        Claim first = device("ana").claim(JOB, ANA, HOUR);
        now = now.plus(HOUR);
        device("ana").start(first);
        assertEquals("fabrication.claim-running",
                assertThrows(Fault.class, () -> device("bo").claim(JOB, BO, HOUR)).code());
    }

    @Test
    void whatIsGivenBackMayBeClaimed() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        device("ana").release(held, "no aluminium left");
        Claim next = device("bo").claim(JOB, BO, HOUR);
        assertEquals(2, next.epoch());
        assertEquals("Bo's shop", next.holder().workshop());
        Claim started = device("bo").start(next);
        device("bo").release(started, "scrap");
        assertEquals(3, device("ana").claim(JOB, ANA, HOUR).epoch());
    }

    @Test
    void anOldStateCannotBeChanged() {
        Claim held = device("ana").claim(JOB, ANA, HOUR);
        device("ana").start(held);
        assertEquals("fabrication.claim-taken",
                assertThrows(Fault.class, () -> device("ana").release(held, "")).code());
    }

    @Test
    void withoutTheHomeNothingIsClaimedOrStarted() {
        Exchange ana = device("ana");
        Claim held = ana.claim(JOB, ANA, HOUR);
        Exchange bo = device("bo");
        takeHomeAway();
        for (Fault fault : new Fault[]{assertThrows(Fault.class, () -> bo.claim(JOB, BO, HOUR)),
                assertThrows(Fault.class, () -> ana.start(held)), assertThrows(Fault.class, () -> bo.current(JOB))}) {
            assertEquals("fabrication.home-away", fault.code());
            assertTrue(new Messages(Locale.FRANCE).get(fault).contains("injoignable"));
        }
    }
}
