package org.commonwright.machine.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.bom.edit.SpreadsheetCsv;

/// Runs as comma-separated values (RFC 4180), with a head in English that programs can rely on.
public final class RunTable {
    private static final List<String> HEAD = List.of("id", "started", "ended", "machine", "port", "firmware", "program",
            "hash", "job", "outcome", "lines", "executed", "resends", "seconds", "estimate", "filament_mm", "grams",
            "watt_hours", "energy_from", "pictures", "check", "note");

    private RunTable() {}

    public static String csv(List<RunRecord> runs) {
        return SpreadsheetCsv.write(Stream.concat(Stream.of(HEAD), runs.stream().map(RunTable::row)).toList());
    }

    public static String json(List<RunRecord> runs) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        runs.forEach(run -> list.add(RecordJson.json(run)));
        return list.toPrettyString() + "\n";
    }

    private static List<String> row(RunRecord run) {
        return Stream.of(run.id(), run.started(), run.ended() == null ? "" : run.ended(), run.machine(), run.port(),
                run.firmware(), run.program(), run.hash(), run.job(), run.outcome(), run.lines(), run.executed(),
                run.resends(), number(run.seconds()), number(run.estimate()), known(run.material().length()),
                known(run.material().grams()),
                run.energy().how() == Energy.How.UNKNOWN ? "" : number(run.energy().wattHours()),
                run.energy().how().word(),
                run.pictures(), run.check().verdict().word(), run.check().note()).map(Object::toString).toList();
    }

    /// 0 stands for what nobody knows: the cell is empty.
    private static String known(double value) {
        return value > 0 ? number(value) : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// Whether a run's program, machine, outcome, check or note has this text.
    ///
    /// @param text in lower case; empty for all
    public static boolean has(RunRecord run, String text) {
        return text.isEmpty() || Stream.of(run.id(), run.program(), run.machine(), run.port(), run.outcome(), run.job(),
                run.check().verdict().word(), run.check().note())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
    }
}
