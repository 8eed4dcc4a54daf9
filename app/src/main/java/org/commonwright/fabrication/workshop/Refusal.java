package org.commonwright.fabrication.workshop;

import java.math.BigDecimal;
import org.commonwright.i18n.Messages;

/// One reason why a machine cannot do a job.
///
/// @param field what does not fit: `process`, `material`, `envelope-x`, `envelope-y`, `envelope-z` or `tolerance`
/// @param required what the job asks
/// @param offered what the machine has
public record Refusal(String field, String required, String offered) {
    /// The reason as a sentence.
    public Messages.Key reason() {
        return switch (field) {
            case "process" -> Messages.Key.of("fabrication.refuse-process", required, offered);
            case "material" -> Messages.Key.of("fabrication.refuse-material", required, offered);
            case "tolerance" -> Messages.Key.of("fabrication.refuse-tolerance", length(required),
                    length(offered));
            default -> Messages.Key.of("fabrication.refuse-envelope", field.substring(field.length() - 1),
                    length(required), length(offered));
        };
    }

    /// A length as the reader writes numbers; what is none stays as it is.
    private static Object length(String text) {
        return text.matches("\\d+(\\.\\d+)? mm")
                ? Messages.Key.of("fabrication.millimetres", new BigDecimal(text.substring(0, text.length() - 3)))
                : text;
    }
}
