package org.commonwright.workbench.machines;

import java.nio.file.Path;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// Writes what a console holds into a file.
record ConsoleFile(Tasks tasks, Notices notices) {
    void save(Path file, String text, int lines) {
        tasks.submit(Messages.Key.of("console.saving"), _ -> {
            AtomicFiles.replace(file, text);
            return lines;
        }, Outcome.of(count -> notices.say("console.says-saved", count, file), notices::fault));
    }
}
