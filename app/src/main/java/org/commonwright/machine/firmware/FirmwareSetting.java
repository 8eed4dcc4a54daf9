package org.commonwright.machine.firmware;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// One setting of a firmware, as it writes it.
///
/// @param key `$110`, `$N0`; for Marlin the command and the word, `M92 X`, with what tells several such commands apart,
///        `M145 S0 H`
/// @param value as it is written, such as `500.000`
public record FirmwareSetting(String key, String value) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{0,15})?|[-+]?\\.[0-9]{1,15}");

    /// The line that sets it.
    public String line() {
        return key.startsWith("$") ? key + "=" + value : key + value;
    }

    /// Whether both say the same; `500` is `500.000`.
    public boolean says(String other) {
        return NUMBER.matcher(value).matches() && NUMBER.matcher(other).matches()
                ? new BigDecimal(value).compareTo(new BigDecimal(other)) == 0
                : value.equals(other);
    }
}
