package org.commonwright.machine.grbl;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.i18n.Messages;

/// What the numbers of GRBL and its relatives mean, in words. The first ones are the same for all; behind them each firmware
/// has its own. (GRBL 1.1 `error_codes`, `alarm_codes`; grblHAL `errors.h`, `alarms.h`; FluidNC `Error.h`, `Protocol.h`.)
public final class GrblCode {
    private static final int LAST_ERROR = 38;
    private static final int LAST_ALARM = 10;
    /// The last alarm that means the same to all of them.
    private static final int COMMON_ALARMS = 9;
    private static final Set<Integer> HAL_ERRORS = Set.of(18, 19, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
            52,
            53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
            84, 253);
    private static final Set<Integer> FLUID_ERRORS = Set.of(18, 19, 39, 40, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70,
            80, 81, 82, 83, 90, 100, 101, 110, 111, 112, 113, 114, 120, 130, 150, 151, 152, 160, 161, 162, 170, 171,
            172, 173, 174, 175, 176, 177, 178, 179, 180, 181);
    private static final Set<Integer> HAL_ALARMS = Set.of(10, 11, 12, 13, 14, 15, 16, 17, 18);
    private static final Set<Integer> FLUID_ALARMS = Set.of(10, 11, 12, 13, 14, 15, 16, 17, 18);

    private static final Pattern BARE = Pattern.compile("(error|ALARM): ?([0-9]{1,4})");

    private GrblCode() {}

    /// The sentence for a line of GRBL's that is nothing but such a number: `error:22`, `ALARM:1`; empty for others.
    ///
    /// @param firmware such as `Grbl` or `grblHAL`
    public static Optional<Messages.Key> in(String line, String firmware) {
        Matcher bare = BARE.matcher(line.strip());
        if (!bare.matches()) {
            return Optional.empty();
        }
        int code = Integer.parseInt(bare.group(2));
        return Optional.of(bare.group(1).equals("error") ? error(code, firmware) : alarm(code, firmware));
    }

    /// The sentence for `error:n`.
    ///
    /// @param firmware such as `Grbl` or `grblHAL`
    public static Messages.Key error(int code, String firmware) {
        boolean known = code >= 1 && code <= LAST_ERROR && code != 18 && code != 19;
        if (known) {
            return Messages.Key.of("machine.grbl-error-" + code);
        }
        if (isHal(firmware) && HAL_ERRORS.contains(code)) {
            return Messages.Key.of("grbl.hal-error-" + code);
        }
        return isFluid(firmware) && FLUID_ERRORS.contains(code)
                ? Messages.Key.of("grbl.fluid-error-" + code)
                : Messages.Key.of("machine.grbl-error-other", code);
    }

    /// The sentence for `ALARM:n`.
    ///
    /// @param firmware such as `Grbl` or `grblHAL`
    public static Messages.Key alarm(int code, String firmware) {
        boolean other = isHal(firmware) || isFluid(firmware);
        if (code >= 1 && code <= (other ? COMMON_ALARMS : LAST_ALARM)) {
            return Messages.Key.of("machine.grbl-alarm-" + code);
        }
        if (isHal(firmware) && HAL_ALARMS.contains(code)) {
            return Messages.Key.of("grbl.hal-alarm-" + code);
        }
        return isFluid(firmware) && FLUID_ALARMS.contains(code)
                ? Messages.Key.of("grbl.fluid-alarm-" + code)
                : Messages.Key.of("machine.grbl-alarm-other", code);
    }

    private static boolean isHal(String firmware) {
        return firmware.toLowerCase(Locale.ROOT).contains("grblhal");
    }

    private static boolean isFluid(String firmware) {
        return firmware.toLowerCase(Locale.ROOT).contains("fluidnc");
    }
}
