package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.junit.jupiter.api.Test;

class ForkTipTest {
    private static final CommitId HEAD = new CommitId("0123456789".repeat(4));

    private static ForkTip tip(String ref, String subject) {
        return new ForkTip(List.of(ref), HEAD, new Person("", ""), Instant.EPOCH, subject, true);
    }

    @Test
    void aProposalThatWasBroughtInIsCalledByWhatItSays() {
        String ref = "refs/commonwright/proposed/" + HEAD.hex();
        assertEquals("Quieter drive (" + HEAD.abbreviated() + ")", tip(ref, "Quieter drive").title());
        assertEquals("proposed/" + HEAD.hex(), tip(ref, "Quieter drive").name());
        assertEquals("proposed/" + HEAD.hex(), tip(ref, "").title());
    }

    @Test
    void aBranchIsCalledByItsName() {
        assertEquals("lena/quiet", tip("refs/remotes/lena/quiet", "Quieter drive").title());
    }
}
