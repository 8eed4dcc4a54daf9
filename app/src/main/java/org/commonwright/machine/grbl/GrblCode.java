package org.commonwright.machine.grbl;

import org.commonwright.i18n.Messages;

/// What GRBL's numbers mean, in words.
public final class GrblCode {
    private static final int LAST_ERROR = 38;
    private static final int LAST_ALARM = 10;

    private GrblCode() {}

    /// The sentence for `error:n`.
    public static Messages.Key error(int code) {
        boolean known = code >= 1 && code <= LAST_ERROR && code != 18 && code != 19;
        return known
                ? Messages.Key.of("machine.grbl-error-" + code)
                : Messages.Key.of("machine.grbl-error-other", code);
    }

    /// The sentence for `ALARM:n`.
    public static Messages.Key alarm(int code) {
        boolean known = code >= 1 && code <= LAST_ALARM;
        return known
                ? Messages.Key.of("machine.grbl-alarm-" + code)
                : Messages.Key.of("machine.grbl-alarm-other", code);
    }
}
