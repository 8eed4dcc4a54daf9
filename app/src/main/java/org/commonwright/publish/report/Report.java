package org.commonwright.publish.report;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.publish.sheet.BomSheet;

/// Questions about a design and what was found.
///
/// @param titleKey what it is about
public record Report(String titleKey, BomSheet.About about, List<Answer> answers) {
    public Report {
        answers = List.copyOf(answers);
    }

    /// How good an answer is.
    public enum Verdict {
        YES("publish.verdict-yes"), PARTLY("publish.verdict-partly"), NO("publish.verdict-no");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// @param questionKey the text of the question
    /// @param evidence files, parts and values that it rests on
    public record Answer(String questionKey, Verdict verdict, List<Evidence> evidence) {
        public Answer {
            evidence = List.copyOf(evidence);
        }

        /// Yes when nothing is missing, no when nothing is there, else partly.
        static Answer of(String questionKey, List<Evidence> there, List<Evidence> missing) {
            Verdict verdict = missing.isEmpty() ? Verdict.YES : there.isEmpty() ? Verdict.NO : Verdict.PARTLY;
            return new Answer(questionKey, verdict, missing.isEmpty() ? there : missing);
        }

        /// Yes when there is something.
        static Answer there(String questionKey, List<Evidence> found) {
            return new Answer(questionKey, found.isEmpty() ? Verdict.NO : Verdict.YES, found);
        }

        /// No when something is, partly when something will be, else yes.
        static Answer soon(String questionKey, List<Evidence> now, List<Evidence> soon) {
            List<Evidence> both = new ArrayList<>(now);
            both.addAll(soon);
            return new Answer(questionKey,
                    both.isEmpty() ? Verdict.YES : now.isEmpty() ? Verdict.PARTLY : Verdict.NO, both);
        }

        /// Its name in `commons.toml` and in JSON.
        public String id() {
            return questionKey.substring("publish.ask-".length());
        }

        /// Yes when nothing of that sort was found.
        static Answer absent(String questionKey, List<Evidence> found) {
            return new Answer(questionKey, found.isEmpty() ? Verdict.YES : Verdict.NO, found);
        }
    }

    /// How many answers are of this sort.
    public long count(Verdict verdict) {
        return answers.stream().filter(answer -> answer.verdict() == verdict).count();
    }
}
