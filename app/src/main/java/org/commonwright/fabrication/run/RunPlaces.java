package org.commonwright.fabrication.run;

import java.nio.file.Path;
import org.commonwright.machine.ClaimGate;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.history.History;
import org.commonwright.machine.journal.Journals;
import org.commonwright.model.ContentId;
import org.commonwright.settings.AppFolders;

/// Where runs leave their traces on this device.
///
/// @param gate the highest epochs seen, and what was started
/// @param journals journals, and copies of the programs
/// @param logs journals of runs that an older program recorded, by their hash; newer ones are in the records
public record RunPlaces(ClaimGate gate, Path journals, Path logs) {
    public static RunPlaces of(AppFolders folders) {
        return new RunPlaces(new ClaimGate(folders.data().resolve("claims")), Journals.folder(folders),
                folders.data().resolve("run-logs"));
    }

    /// What is kept of each run beside its journal.
    History history() {
        return new History(journals.resolveSibling("history"), journals);
    }

    /// What is known of this device's machines.
    MachineCards cards() {
        return new MachineCards(journals.resolveSibling("machines"));
    }

    /// The journal of that id.
    Path journal(String id) {
        return journals.resolve(id + ".journal");
    }

    /// Where an older program kept the log of a run whose record names this hash.
    public Path log(ContentId hash) {
        return logs.resolve(hash.hex() + ".journal");
    }
}
