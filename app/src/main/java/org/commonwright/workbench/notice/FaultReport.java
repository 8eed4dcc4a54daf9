package org.commonwright.workbench.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;

/// A fault as text to paste into a report: sentence, code, what caused it.
public final class FaultReport {
    private FaultReport() {}

    public static String of(Fault fault, Messages messages) {
        var text = new StringWriter();
        text.append(messages.get(fault)).append("\n\n").append(fault.code()).append("\nCommonwright, Java ")
                .append(Runtime.version().toString()).append(", ").append(System.getProperty("os.name")).append("\n\n");
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
