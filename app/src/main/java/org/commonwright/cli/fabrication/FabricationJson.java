package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.PlannedPart;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Requirement;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.licence.LicenceJson;

/// Orders, workshops and matches as JSON.
final class FabricationJson {
    private final Messages messages;

    FabricationJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode draft(Draft draft, Workshop workshop) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("design", draft.design())
                .put("commit", draft.commit() == null ? null : draft.commit().hex())
                .put("module", draft.module().text()).put("quantity", draft.quantity());
        node.set("licence", new LicenceJson(messages).verdict(draft.verdict().overall()));
        ArrayNode jobs = node.putArray("jobs");
        for (PlannedPart part : draft.plan().parts()) {
            ObjectNode job = jobs.addObject().put("part", part.part()).put("module", part.module())
                    .put("design", part.design().isEmpty() ? draft.design() : part.design())
                    .put("file", part.file().text()).put("sha256", part.sha256().hex());
            requirement(job, part.requirement());
            job.put("quantity", part.quantity()).put("seconds", Math.round(part.seconds()));
            job.set("matches", matches(Match.all(workshop, part.requirement())));
        }
        node.set("problems", ProblemsJson.of(draft.problems(), messages));
        return node;
    }

    private static void requirement(ObjectNode node, Requirement requirement) {
        node.put("process", requirement.process()).put("material", requirement.material());
        node.set("envelope_mm", envelope(requirement.envelope()));
        node.put("tolerance_mm", requirement.toleranceMm());
    }

    ArrayNode matches(List<Match> matches) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Match match : matches) {
            ObjectNode node = array.addObject().put("machine", match.machine().name()).put("fits", match.fits());
            ArrayNode refusals = node.putArray("refusals");
            match.refusals().forEach(r -> refusals.addObject().put("field", r.field()).put("required", r.required())
                    .put("offered", r.offered())
                    .put("text", messages.get(r.reason().key(), r.reason().arguments())));
        }
        return array;
    }

    ObjectNode workshop(Workshop workshop) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", workshop.name()).put("file",
                workshop.file());
        ArrayNode machines = node.putArray("machines");
        for (MachineProfile machine : workshop.machines()) {
            ObjectNode one = machines.addObject().put("name", machine.name());
            ArrayNode processes = one.putArray("processes");
            machine.processes().forEach(processes::add);
            one.set("envelope_mm", envelope(machine.envelope()));
            ArrayNode materials = one.putArray("materials");
            machine.materials().forEach(materials::add);
            one.put("tolerance_mm", machine.toleranceMm()).put("port", machine.port());
        }
        return node;
    }

    private static ArrayNode envelope(Envelope envelope) {
        return JsonNodeFactory.instance.arrayNode().add(envelope.x()).add(envelope.y()).add(envelope.z());
    }
}
