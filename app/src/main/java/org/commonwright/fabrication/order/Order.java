package org.commonwright.fabrication.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Answer;
import org.commonwright.licence.LicenceJson;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Verdict;
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
        obstacle(draft, wanted.feeAgreed()).ifPresent(why -> {
            throw new Fault(why.key(), why.arguments().toArray());
        });
        Plan plan = draft.plan();
        TreeVerdict verdict = draft.verdict();
        CommitId commit = Objects.requireNonNull(draft.commit());
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

    /// Why a draft cannot be ordered as it is, with the code of the fault that [#of] would throw; empty when it can.
    ///
    /// @param feeAgreed reference of the agreement on a fee; empty when there is none
    public static Optional<Messages.Key> obstacle(Draft draft, String feeAgreed) {
        Verdict overall = draft.verdict().overall();
        if (overall.answer() == Answer.NO) {
            return Optional.of(Messages.Key.of("fabrication.order-licence-no", overall.reason()));
        }
        if (overall.answer() == Answer.FEE && feeAgreed.isBlank()) {
            return Optional.of(Messages.Key.of("fabrication.order-fee", overall.reason()));
        }
        long errors = draft.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
        if (errors > 0) {
            return Optional.of(Messages.Key.of("fabrication.order-errors", errors));
        }
        if (draft.plan().parts().isEmpty()) {
            return Optional.of(Messages.Key.of("fabrication.order-nothing", draft.design()));
        }
        return draft.commit() == null
                ? Optional.of(Messages.Key.of("fabrication.order-no-commit", draft.design()))
                : Optional.empty();
    }

    private static JobSpec job(OrderRecord order, PlannedPart part, ObjectNode licence) {
        CommitId commit = part.commit();
        if (commit == null) {
            throw new Fault("fabrication.order-no-commit", part.file());
        }
        return new JobSpec(order.by(), order.id(), order.home(), part.part(), part.module(),
                part.design().isEmpty() ? order.design() : part.design(),
                commit.hex(), part.file(), part.sha256(), part.requirement().process(), part.requirement().material(),
                part.envelope(), part.requirement().toleranceMm(), part.materialEach(), part.quantity(), order.need(),
                order.due(),
                licence);
    }
}
