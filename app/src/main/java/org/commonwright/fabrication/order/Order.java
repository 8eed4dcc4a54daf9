package org.commonwright.fabrication.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.licence.Answer;
import org.commonwright.licence.LicenceJson;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.model.CommitId;

/// An order that may be placed: its record and its jobs' records.
public record Order(OrderRecord record, List<JobSpec> jobs) {
    public Order {
        jobs = List.copyOf(jobs);
    }

    /// Puts an order together from its draft. Each job carries the verdict on its own module: whoever owes a fee for the
    /// design owes none for the open modules in it.
    ///
    /// @throws Fault `fabrication.order-licence-no` when the licence's answer is no, `fabrication.order-fee` when it asks a
    ///         fee that nobody agreed on, `fabrication.order-errors` when parts cannot be made as the design is,
    ///         `fabrication.order-nothing` when there is nothing to make, `fabrication.order-no-commit` when a part's file
    ///         is in no commit
    public static Order of(Ordering wanted, Draft draft) {
        Plan plan = draft.plan();
        TreeVerdict verdict = draft.verdict();
        if (verdict.overall().answer() == Answer.NO) {
            throw new Fault("fabrication.order-licence-no", verdict.overall().reason());
        }
        if (verdict.overall().answer() == Answer.FEE && wanted.feeAgreed().isBlank()) {
            throw new Fault("fabrication.order-fee", verdict.overall().reason());
        }
        long errors = draft.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR).count();
        if (errors > 0) {
            throw new Fault("fabrication.order-errors", errors);
        }
        if (plan.parts().isEmpty()) {
            throw new Fault("fabrication.order-nothing", draft.design());
        }
        CommitId commit = draft.commit();
        if (commit == null) {
            throw new Fault("fabrication.order-no-commit", draft.design());
        }
        ObjectNode licence = LicenceJson.codes(verdict.overall());
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("kind", wanted.user().kind().token())
                .put("contributor", wanted.user().contributor()).put("grant", wanted.user().grant().token())
                .put("use", wanted.use().token());
        var record = new OrderRecord(wanted.by(), wanted.at(), wanted.home(), draft.design(), commit.hex(),
                draft.module().text(), draft.quantity(), wanted.need(), wanted.due(), wanted.feeAgreed(), user,
                licence);
        var jobs = new ArrayList<JobSpec>();
        for (PlannedPart part : plan.parts()) {
            jobs.add(job(record, part, LicenceJson.codes(verdict.of(part.shown()))));
        }
        return new Order(record, jobs);
    }

    private static JobSpec job(OrderRecord order, PlannedPart part, ObjectNode licence) {
        CommitId commit = part.commit();
        if (commit == null) {
            throw new Fault("fabrication.order-no-commit", part.file());
        }
        return new JobSpec(order.by(), order.id(), order.home(), part.part(), part.module(),
                part.design().isEmpty() ? order.design() : part.design(),
                commit.hex(), part.file(), part.sha256(), part.requirement().process(), part.requirement().material(),
                part.envelope(), part.requirement().toleranceMm(), part.quantity(), order.need(), order.due(),
                licence);
    }
}
