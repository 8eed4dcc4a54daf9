package org.commonwright.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.Decider;
import org.commonwright.governance.MergeGate;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.RecordView.Writer;

/// The declared efforts that the records hold: the same wherever the same entries are, in whatever order they came.
///
/// @param list in the records' order
/// @param problems entries that were set aside, and why
public record Efforts(List<EffortState> list, List<Problem> problems) {
    public Efforts {
        list = List.copyOf(list);
        problems = List.copyOf(problems);
    }

    /// @param gate who may countersign: a module's maintainers where the community names any but the declarer, else anybody else
    public static Efforts of(RecordView records, MergeGate gate) {
        Map<String, EffortState> states = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        records.lacking().ifPresent(problems::add);
        for (Entry entry : records.entries()) {
            try {
                switch (entry.kind()) {
                    case Effort.KIND -> {
                        Effort effort = Effort.of(entry.body());
                        signer(records, entry, effort.person());
                        states.put(entry.id().hex(),
                                new EffortState(entry.id().hex(), entry.author(), entry.time(), effort, List.of()));
                    }
                    case Countersignature.KIND -> countersign(states, records, entry, gate);
                    default -> {
                    }
                }
            } catch (Fault fault) {
                problems.add(Problem.warning(null, fault.code(), fault.arguments().toArray()));
            }
        }
        return new Efforts(List.copyOf(states.values()), problems);
    }

    private static void countersign(Map<String, EffortState> states, RecordView records, Entry entry,
            MergeGate gate) {
        Countersignature word = Countersignature.of(entry.body());
        EffortState state = states.get(word.effort());
        boolean follows = Stream.concat(entry.cites().stream(), entry.previous().stream()).map(ContentId::hex)
                .anyMatch(word.effort()::equals);
        if (state == null || !follows) {
            throw new Fault("credit.astray", word.effort());
        }
        check(state, signer(records, entry, word.person()), gate);
        List<Person> signers = new ArrayList<>(state.signers());
        if (!signers.contains(word.person())) {
            signers.add(word.person());
        }
        states.put(state.id(), new EffortState(state.id(), state.agent(), state.when(), state.effort(), signers));
    }

    /// Nobody countersigns their own work, under whichever of their keys.
    ///
    /// @throws Fault `credit.own-effort`, or `governance.not-a-maintainer`
    public static void check(EffortState state, Decider by, MergeGate gate) {
        Effort effort = state.effort();
        if (by.agent().equals(state.agent()) || by.person().email().equalsIgnoreCase(effort.person().email())) {
            throw new Fault("credit.own-effort", effort.person(), effort.work());
        }
        List<String> maintainers = gate.maintainers(effort.module());
        boolean alone = maintainers.size() == 1
                && passes(gate, new Decider(state.agent(), effort.person()), effort);
        if (!alone) {
            gate.check(by, List.of(effort.module()));
        }
    }

    private static boolean passes(MergeGate gate, Decider who, Effort effort) {
        try {
            gate.check(who, List.of(effort.module()));
            return true;
        } catch (Fault _) {
            // It only answers whether the declarer is the one maintainer.
            return false;
        }
    }

    /// The key is proven; the person must be one that the key's own log has gone by.
    private static Decider signer(RecordView records, Entry entry, Person person) {
        Writer writer = records.writers().get(entry.author());
        if (writer == null || !writer.addresses().contains(person.email())) {
            throw new Fault("governance.other-name", person, entry.author());
        }
        return new Decider(entry.author(), person);
    }

    /// An effort by its id or the beginning of it.
    ///
    /// @throws Fault `credit.no-effort`, `credit.several-efforts`
    public EffortState require(String id) {
        Optional<EffortState> exact = list.stream().filter(state -> state.id().equals(id)).findFirst();
        List<EffortState> found = list.stream().filter(state -> !id.isEmpty() && state.id().startsWith(id)).toList();
        if (exact.isEmpty() && found.size() != 1) {
            throw found.isEmpty()
                    ? new Fault("credit.no-effort", id)
                    : new Fault("credit.several-efforts", id, found.size(),
                            Candidates.of(found.stream().map(EffortState::id).toList()));
        }
        return exact.orElseGet(found::getFirst);
    }
}
