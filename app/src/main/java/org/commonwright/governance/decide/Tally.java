package org.commonwright.governance.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.design.manifest.Commons;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Stance.Word;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Rational;

/// What a rule makes of the stances of one circle, whatever the time.
///
/// @param verdict what comes out
/// @param why the sentence that says it: what stands in the way, or what is missing; empty when it passes
public record Tally(Circle circle, List<Voice> voices, Verdict verdict, Optional<Messages.Key> why) {
    public Tally {
        voices = List.copyOf(voices);
    }

    /// What a circle says.
    public enum Verdict {
        PASSES, FAILS, WAITS
    }

    static Tally of(Commons.Decision rule, Circle circle, List<Voice> voices) {
        var count = new Count(rule, circle, voices);
        return switch (rule.rule()) {
            case "consent" -> count.consent();
            case "consensus" -> count.consensus();
            case "majority" -> count.majority();
            default -> count.maintainer();
        };
    }

    /// The counting itself.
    private record Count(Commons.Decision rule, Circle circle, List<Voice> voices) {
        Tally consent() {
            Optional<Voice> block = first(Word.BLOCK);
            return block.isPresent() ? fails("decide.blocked", block.get()) : quorum().orElseGet(this::passes);
        }

        Tally consensus() {
            Optional<Voice> against = against();
            String silent = voices.stream().filter(voice -> voice.word().isEmpty()).map(Voice::name)
                    .collect(Collectors.joining(", "));
            return against.isPresent()
                    ? fails("decide.not-agreed", against.get())
                    : silent.isEmpty() ? agreed() : waits(Messages.Key.of("decide.silent", silent));
        }

        Tally majority() {
            long agree = count(Word.AGREE);
            long against = count(Word.DISAGREE) + count(Word.BLOCK);
            return quorum().orElseGet(() -> agree > against
                    ? passes()
                    : against == 0
                            ? agreed()
                            : new Tally(circle, voices, Verdict.FAILS,
                                    Optional.of(Messages.Key.of("decide.no-majority", agree, against))));
        }

        Tally maintainer() {
            return quorum().orElseGet(() -> count(Word.AGREE) > 0
                    ? passes()
                    : against().map(voice -> fails("decide.not-agreed", voice)).orElseGet(this::agreed));
        }

        private Tally agreed() {
            return count(Word.AGREE) > 0
                    ? passes()
                    : waits(Messages.Key.of("decide.nobody-agrees",
                            voices.stream().map(Voice::name).collect(Collectors.joining(", "))));
        }

        /// Whether too few have spoken.
        private Optional<Tally> quorum() {
            long spoken = voices.stream().filter(voice -> voice.word().isPresent()).count();
            Rational needed = rule.quorum().times(Rational.of(voices.size()));
            if (Rational.of(spoken).compareTo(needed) >= 0) {
                return Optional.empty();
            }
            long least = needed.floor().longValueExact() + (needed.isWhole() ? 0 : 1);
            String silent = voices.stream().filter(voice -> voice.word().isEmpty()).map(Voice::name)
                    .collect(Collectors.joining(", "));
            return Optional.of(waits(Messages.Key.of("decide.quorum", spoken, voices.size(), least, silent)));
        }

        private Tally passes() {
            return new Tally(circle, voices, Verdict.PASSES, Optional.empty());
        }

        private Tally waits(Messages.Key why) {
            return new Tally(circle, voices, Verdict.WAITS, Optional.of(why));
        }

        private Tally fails(String key, Voice who) {
            return new Tally(circle, voices, Verdict.FAILS, Optional.of(Messages.Key.of(key, who.name(),
                    who.given().map(given -> given.stance().reason()).orElse(""))));
        }

        private long count(Word word) {
            return voices.stream().filter(voice -> says(voice, word)).count();
        }

        private Optional<Voice> first(Word word) {
            return voices.stream().filter(voice -> says(voice, word)).findFirst();
        }

        private Optional<Voice> against() {
            return first(Word.BLOCK).or(() -> first(Word.DISAGREE));
        }

        private static boolean says(Voice voice, Word word) {
            return voice.word().equals(Optional.of(word));
        }
    }
}
