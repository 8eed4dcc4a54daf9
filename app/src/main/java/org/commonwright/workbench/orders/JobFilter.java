package org.commonwright.workbench.orders;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.JobStatus;
import org.jspecify.annotations.Nullable;

/// Which jobs the board shows: those with every word that was typed somewhere in what people know a job by, in that state.
///
/// @param text words; letters are the same with and without accents, large and small
/// @param status null for all
record JobFilter(String text, @Nullable JobStatus status) {
    static final JobFilter ALL = new JobFilter("", null);

    boolean isAll() {
        return text.isBlank() && status == null;
    }

    boolean shows(Job job) {
        if (status != null && job.status() != status) {
            return false;
        }
        String known = plain(String.join("\n", words(job)));
        return Stream.of(plain(text).strip().split("\\s+")).allMatch(known::contains);
    }

    private static List<String> words(Job job) {
        JobSpec spec = job.spec();
        ClaimRecord claim = job.claim();
        String last = job.runs().isEmpty() ? "" : job.runs().getLast().start().machine();
        return List.of(spec.part(), spec.module(), spec.design(), spec.process(), spec.material(), spec.need(),
                spec.due(),
                job.id(), spec.order(), claim == null ? "" : claim.workshop(), claim == null ? "" : claim.machine(),
                last);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
