package org.commonwright.cli.frame;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;

/// What every command has: its streams, the reader's language, the program's folders.
///
/// @param progress where long work says how far it is
public record CliContext(PrintStream out, PrintStream err, Messages messages, AppFolders folders, Progress progress) {
    /// One JSON object, and nothing else, on standard output.
    public void json(JsonNode object) {
        out.println(Shown.json(object.toPrettyString()));
    }

    /// A line for people on standard output.
    public void say(String key, Object... arguments) {
        out.println(messages.get(key, arguments));
    }

    public Formats formats() {
        return new Formats(messages.locale());
    }
}
