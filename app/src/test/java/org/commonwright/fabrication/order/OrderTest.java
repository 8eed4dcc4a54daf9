package org.commonwright.fabrication.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.job.Fact;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.fabrication.workshop.Requirement;
import org.commonwright.licence.Inclusion;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.ModuleLicence;
import org.commonwright.licence.TreeCheck;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final CommitId COMMIT = new CommitId("a".repeat(40));
    private static final Instant T = Instant.parse("2025-06-01T10:00:00Z");

    @Test
    void anOrderAndItsJobsAreRecordsThatReadBack() {
        Order order = Order.of(wanted(Use.MAKE, ""), draft(plan(COMMIT), "PPL", Use.MAKE));
        var facts = List.of(new Fact("1", OrderRecord.KIND, "ana", order.record().toBody()),
                new Fact("2", JobSpec.KIND, "ana", order.jobs().getFirst().toBody()));
        JobBook book = JobBook.of(facts, T);
        assertEquals(List.of(), book.setAside());
        assertEquals(order.jobs().getFirst(), book.jobs().getFirst().spec());
        assertEquals(order.record(), book.orders().get(order.record().id()));
        assertEquals("free", book.jobs().getFirst().spec().licence().path("verdict").asText());
    }

    @Test
    void twoOrdersOfTheSameThingAreTwo() {
        Order one = Order.of(wanted(Use.MAKE, ""), draft(plan(COMMIT), "MIT", Use.MAKE));
        var later = new Ordering("ana", T.plusMillis(1), "h", "", "", User.of(UserKind.PERSON), Use.MAKE, "");
        Order two = Order.of(later, draft(plan(COMMIT), "MIT", Use.MAKE));
        assertNotEquals(one.record().id(), two.record().id());
        assertNotEquals(one.jobs().getFirst().id(), two.jobs().getFirst().id());
    }

    @Test
    void theLicenceIsAskedBeforeAnOrderIsPlaced() {
        assertEquals("fabrication.order-licence-no", refusal(wanted(Use.SELL, ""), plan(COMMIT), "CC-BY-NC-4.0"));
        assertEquals("fabrication.order-fee", refusal(wanted(Use.SELL, ""), plan(COMMIT), "PPL"));
        Order paid = Order.of(wanted(Use.SELL, "invoice 12"), draft(plan(COMMIT), "PPL", Use.SELL));
        assertEquals("invoice 12", paid.record().feeAgreed());
        assertEquals("fee", paid.record().licence().path("verdict").asText());
        assertEquals("free", paid.jobs().getFirst().licence().path("verdict").asText(), "an open module costs nothing");
    }

    @Test
    void whatCannotBeMadeIsNotOrdered() {
        var broken = new Plan(plan(COMMIT).parts(), List.of(Problem.error(null, "fabrication.plan-no-file", "lid")));
        assertEquals("fabrication.order-errors", refusal(wanted(Use.MAKE, ""), broken, "MIT"));
        assertEquals("fabrication.order-nothing",
                refusal(wanted(Use.MAKE, ""), new Plan(List.of(), List.of()), "MIT"));
        assertEquals("fabrication.order-no-commit", refusal(wanted(Use.MAKE, ""), plan(null), "MIT"));
    }

    private static String refusal(Ordering wanted, Plan plan, String licence) {
        Draft draft = draft(plan, licence, wanted.use());
        return assertThrows(Fault.class, () -> Order.of(wanted, draft)).code();
    }

    /// A design under `licence` with a module under an open one, where the plate comes from.
    private static Draft draft(Plan plan, String licence, Use use) {
        var axis = new ModuleLicence("modules/axis", "axis", "CERN-OHL-P-2.0", Inclusion.SOURCE, List.of());
        var module = new ModuleLicence(".", "plotter", licence, Inclusion.SOURCE, List.of(axis));
        TreeVerdict verdict = new TreeCheck(LicenceTable.load()).check(module, User.of(UserKind.PERSON), use);
        CommitId commit = plan.parts().isEmpty() ? COMMIT : plan.parts().getFirst().commit();
        return new Draft("plotter", commit, RepoPath.ROOT, 1, plan, verdict, plan.problems());
    }

    private static Ordering wanted(Use use, String fee) {
        return new Ordering("ana", T, "h", "", "", User.of(UserKind.PERSON), use, fee);
    }

    private static Plan plan(@Nullable CommitId commit) {
        var requirement = new Requirement("cnc-milling", "aluminium", new Envelope(1.25, 2, 3), null);
        return new Plan(List.of(new PlannedPart("plate", "modules/axis", "modules/axis", "plotter", "/repo", commit,
                new RepoPath("plate.nc"), ContentId.of(new byte[0]), requirement, 4, 60, null)), List.of());
    }
}
