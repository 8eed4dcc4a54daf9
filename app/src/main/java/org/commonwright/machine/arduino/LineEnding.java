package org.commonwright.machine.arduino;

import java.util.Locale;
import org.commonwright.error.Fault;

/// What is sent behind a line that a person typed.
public enum LineEnding {
    NONE(""), LF("\n"), CR("\r"), CRLF("\r\n");

    private final String sign;

    LineEnding(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /// @throws Fault `arduino.no-ending`
    public static LineEnding of(String text) {
        for (LineEnding ending : values()) {
            if (ending.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return ending;
            }
        }
        throw new Fault("arduino.no-ending", text);
    }
}
