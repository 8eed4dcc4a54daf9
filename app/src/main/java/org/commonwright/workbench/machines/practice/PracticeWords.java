package org.commonwright.workbench.machines.practice;

import org.commonwright.machine.virtual.FaultPlan;

/// The keys of the words for what can be chosen.
final class PracticeWords {
    private PracticeWords() {}

    static String of(PracticeViewModel.Kind kind) {
        return switch (kind) {
            case GRBL -> "practice.kind-grbl";
            case MARLIN -> "practice.kind-marlin";
            case OCTOPRINT -> "practice.kind-octoprint";
            case MOONRAKER -> "practice.kind-moonraker";
        };
    }

    static String of(PracticeViewModel.Pace pace) {
        return switch (pace) {
            case REAL -> "practice.speed-real";
            case FAST -> "practice.speed-fast";
            case INSTANT -> "practice.speed-instant";
        };
    }

    static String of(FaultPlan.Kind fault) {
        return switch (fault) {
            case LOST_OK -> "practice.fault-lost-ok";
            case DOUBLED_OK -> "practice.fault-doubled-ok";
            case LATE_OK -> "practice.fault-late-ok";
            case CORRUPT_ANSWER -> "practice.fault-corrupt-answer";
            case CORRUPT_LINE -> "practice.fault-corrupt-line";
            case LOST_BYTE -> "practice.fault-lost-byte";
            case RESEND_STORM -> "practice.fault-resend-storm";
            case RESET -> "practice.fault-reset";
            case UNPLUG -> "practice.fault-unplug";
            case SILENCE -> "practice.fault-silence";
            case ODD_LINE -> "practice.fault-odd-line";
        };
    }
}
