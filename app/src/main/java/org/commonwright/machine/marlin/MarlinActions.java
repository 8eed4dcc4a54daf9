package org.commonwright.machine.marlin;

import org.commonwright.machine.protocol.Conversation;

/// What the machine asks its host to do with a program (Marlin's host actions); prompts and notices are the printer's.
final class MarlinActions {
    private static final String SIGN = "//action:";

    private MarlinActions() {}

    static boolean isAction(String line) {
        return line.startsWith(SIGN);
    }

    static void obey(String line, Conversation talk, long now) {
        switch (line.substring(SIGN.length()).strip()) {
            case "pause", "paused" -> talk.hold(now);
            case "resume", "resumed" -> talk.resume(now);
            case "cancel" -> talk.abort(now);
            default -> {
                // None of these.
            }
        }
    }
}
