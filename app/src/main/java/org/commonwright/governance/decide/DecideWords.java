package org.commonwright.governance.decide;

import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Stance.Word;

/// The keys of the words for stances and outcomes, for both faces.
public final class DecideWords {
    private DecideWords() {}

    public static String of(Word word) {
        return switch (word) {
            case AGREE -> "decide.word-agree";
            case ABSTAIN -> "decide.word-abstain";
            case DISAGREE -> "decide.word-disagree";
            case BLOCK -> "decide.word-block";
        };
    }

    /// That one took this stance oneself, naming the proposal.
    public static String said(Word word) {
        return switch (word) {
            case AGREE -> "decide.said-agree";
            case ABSTAIN -> "decide.said-abstain";
            case DISAGREE -> "decide.said-disagree";
            case BLOCK -> "decide.said-block";
        };
    }

    /// That it can be closed now, and as what.
    public static String mayClose(Outcome outcome) {
        return switch (outcome) {
            case ADOPTED -> "decide.may-adopt";
            case REJECTED -> "decide.may-reject";
        };
    }

    /// That it was closed: by which certificate, by whom, when, counting how many.
    public static String closed(Outcome outcome) {
        return switch (outcome) {
            case ADOPTED -> "decide.closed-adopted";
            case REJECTED -> "decide.closed-rejected";
        };
    }
}
