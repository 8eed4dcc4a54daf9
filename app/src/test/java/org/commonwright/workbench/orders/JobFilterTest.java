package org.commonwright.workbench.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.fabrication.workshop.Refusal;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

class JobFilterTest {
    private static final Job JOB = job();

    private static Job job() {
        var spec = new JobSpec("SHA256:a", "0".repeat(32), "home", "Pièce d'appui", "modules/gantry", "Plotter",
                "1".repeat(40), new RepoPath("plate.nc"), ContentId.of(new byte[0]), "cnc-milling", "aluminium",
                new Envelope(1, 2, 3), null, null, 2, "", "", JsonNodeFactory.instance.objectNode());
        var claim = new ClaimRecord(spec.id(), 1, "Atelier du canal", "mill", Instant.EPOCH);
        return new Job(spec, "entry", JobStatus.CLAIMED, Messages.Key.of("fabrication.job-open"), 1, claim, "SHA256:b",
                0,
                List.of());
    }

    @Test
    void everyWordMustBeSomewhereWithoutRegardToAccentsAndCase() {
        for (String text : List.of("", "  ", "piece", "CANAL", "mill gantry", "alu Pièce atelier", "plotter")) {
            assertTrue(new JobFilter(text, null).shows(JOB), text);
        }
        for (String text : List.of("bracket", "piece bracket", "canals")) {
            assertFalse(new JobFilter(text, null).shows(JOB), text);
        }
    }

    @Test
    void theStateNarrowsItFurther() {
        assertTrue(new JobFilter("piece", JobStatus.CLAIMED).shows(JOB));
        assertFalse(new JobFilter("piece", JobStatus.OPEN).shows(JOB));
        assertTrue(JobFilter.ALL.isAll());
        assertFalse(new JobFilter("", JobStatus.OPEN).isAll());
    }

    @Test
    void aRefusalWritesNumbersAsItsReaderDoes() {
        Messages.Key reason = new Refusal("envelope-x", "155.25 mm", "100 mm").reason();
        assertEquals("The job needs 155.25 mm along x; the machine has 100 mm.",
                new Messages(Locale.UK).get(reason.key(), reason.arguments()));
        assertEquals("Le travail demande 155,25 mm selon x\u202f; la machine a 100 mm.",
                new Messages(Locale.FRANCE).get(reason.key(), reason.arguments()));
        Messages.Key unsaid = new Refusal("tolerance", "0.1 mm", "–").reason();
        assertEquals("Le travail admet 0,1 mm d’écart\u202f; la machine tient –.",
                new Messages(Locale.FRANCE).get(unsaid.key(), unsaid.arguments()));
    }
}
