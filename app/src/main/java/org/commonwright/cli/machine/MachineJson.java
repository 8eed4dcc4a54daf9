package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.mill.BuildOption;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.jspecify.annotations.Nullable;

/// What the machine commands say with `--json`.
final class MachineJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Messages messages;

    MachineJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode info(String port, MachineInfo info, MachineStatus status) {
        ObjectNode node = JSON.createObjectNode().put("port", port).put("dialect", info.dialect())
                .put("firmware", info.firmware()).put("version", info.version())
                .put("state", status.state().name().toLowerCase(Locale.ROOT))
                .put("receive_bytes", info.receiveBytes()).put("planner_blocks", info.plannerBlocks());
        position(node, "machine_position_mm", status.machine());
        position(node, "work_position_mm", status.work());
        info.capabilities().forEach(node.putArray("capabilities")::add);
        if (info.dialect().equals("grbl")) {
            ObjectNode options = node.putObject("options");
            info.capabilities().forEach(letter -> BuildOption.meaning(letter).ifPresent(
                    meaning -> options.put(letter, messages.get(meaning.key(), meaning.arguments()))));
        }
        ObjectNode settings = node.putObject("settings");
        info.settings().forEach(settings::put);
        return node;
    }

    private static void position(ObjectNode node, String name, @Nullable Position position) {
        if (position != null) {
            node.putArray(name).add(position.x()).add(position.y()).add(position.z());
        }
    }

    ObjectNode run(JournaledRun.Ended run) {
        return outcome(run.outcome()).put("journal", run.journal());
    }

    ObjectNode outcome(RunOutcome outcome) {
        ObjectNode node = JSON.createObjectNode().put("outcome", outcome.word())
                .put("lines", outcome.progress().lines()).put("acknowledged", outcome.progress().acknowledged())
                .put("executed", outcome.progress().executed()).put("sent", outcome.progress().sent())
                .put("resends", outcome.resends());
        node.set("errors", ProblemsJson.of(outcome.errors(), messages));
        if (outcome.end() instanceof RunOutcome.Failed failed) {
            node.put("reason", messages.get(failed.reason())).put("reason_code", failed.reason().code());
        }
        return node.put("seconds", outcome.seconds());
    }

    ObjectNode journal(JournalReport report) {
        return JSON.createObjectNode().put("id", report.head().id()).put("program", report.head().program())
                .put("hash", report.head().hash().hex()).put("lines", report.head().lines())
                .put("job", report.head().job()).put("port", report.head().port())
                .put("machine", report.head().machine()).put("started", report.head().started().toString())
                .put("ended", report.ended().orElse(null)).put("running", report.running())
                .put("settled", report.settled().orElse(null)).put("executed", report.executed())
                .put("perhaps_executed_to", report.sent()).put("damaged", report.damaged());
    }

    /// Adds what a resume would send.
    void resume(ObjectNode node, ResumePlan plan) {
        ObjectNode resume = node.putObject("resume").put("from", plan.next());
        plan.lines().forEach(resume.putArray("lines")::add);
        plan.notes().forEach(note -> resume.withArray("notes").add(ProblemsJson.of(note, messages)));
        plan.refusal().ifPresent(problem -> resume.set("refusal", ProblemsJson.of(problem, messages)));
    }
}
