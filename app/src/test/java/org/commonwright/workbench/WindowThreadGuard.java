package org.commonwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Watches every test of the workbench: no file is read, written or looked for on the window's thread. The runtime's own
/// recorder sees it, so that nothing in the program has to know of being watched. JUnit finds this class by itself.
public final class WindowThreadGuard implements BeforeAllCallback, AfterAllCallback {
    private static final Namespace OURS = Namespace.create(WindowThreadGuard.class);
    private static final String WINDOW = "JavaFX Application Thread";

    /// The door to files besides reading and writing: whoever looks whether one is there, lists or deletes asks here for its file
    /// system, once.
    private static final String DOOR = "java.nio.file.Files::provider";

    /// Who may: the runtime and the toolkit for classes, style sheets and fonts of the program; its texts; its settings, which
    /// are read before there is a window and flushed when it goes; what a test wants done in place.
    private static final Set<String> ALLOWED = Set.of("com.sun.", "java.lang.ClassLoader.", "java.lang.invoke.",
            "jdk.internal.loader.", "org.commonwright.i18n.Messages.", "org.commonwright.settings.SettingsFile.",
            "org.commonwright.task.TaskRun.");
    private static final Pattern TEST = Pattern.compile(".*(Test|TestWindow|Bench)[.$].*");

    @Override
    public void beforeAll(ExtensionContext test) {
        if (!test.getRequiredTestClass().getPackageName().startsWith("org.commonwright.workbench")) {
            return;
        }
        test.getRoot().getStore(OURS).getOrComputeIfAbsent("prepared", _ -> prepared());
        Recording recording = recording();
        recording.start();
        test.getStore(OURS).put("recording", recording);
    }

    /// Made anew and dropped again for each class of tests, the door would cost half a second each time. Here it is made once and
    /// for all of them; this recording itself, of what lasts for a day, stays empty.
    private static AutoCloseable prepared() {
        var recording = new Recording();
        recording.enable("jdk.MethodTrace").with("filter", DOOR).withThreshold(Duration.ofDays(1));
        recording.start();
        return recording::close;
    }

    static Recording recording() {
        var recording = new Recording();
        recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withStackTrace();
        recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO).withStackTrace();
        recording.enable("jdk.MethodTrace").with("filter", DOOR).withThreshold(Duration.ZERO).withStackTrace();
        return recording;
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        Recording recording = test.getStore(OURS).remove("recording", Recording.class);
        if (recording == null) {
            return;
        }
        Set<String> found = new TreeSet<>();
        for (List<String> way : ways(recording, WINDOW)) {
            offence(way).ifPresent(found::add);
        }
        assertTrue(found.isEmpty(), "on the window's thread:\n" + String.join("\n", found));
    }

    /// Ends the recording.
    ///
    /// @return how a thread of that name came to files: for each time the places, innermost first
    static List<List<String>> ways(Recording ended, String name) throws IOException {
        List<List<String>> found = new ArrayList<>();
        Path file = Files.createTempFile("window", ".jfr");
        try (ended) {
            ended.stop();
            ended.dump(file);
            try (var events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    RecordedEvent event = events.readEvent();
                    RecordedThread thread = event.getThread();
                    if (thread != null && name.equals(thread.getJavaName()) && event.getStackTrace() != null) {
                        found.add(event.getStackTrace().getFrames().stream().map(WindowThreadGuard::words)
                                .filter(at -> !at.contains("$$Lambda")).toList());
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return found;
    }

    /// The place in the workbench that came to a file, and the way. What a test does itself on that thread is its own.
    static Optional<String> offence(List<String> frames) {
        List<String> window = frames.stream().filter(at -> at.startsWith("org.commonwright.workbench.")).toList();
        if (window.isEmpty() || TEST.matcher(window.getFirst()).matches()) {
            return Optional.empty();
        }
        List<String> way = frames.subList(0, frames.indexOf(window.getFirst()));
        return way.stream().anyMatch(at -> ALLOWED.stream().anyMatch(at::startsWith))
                ? Optional.empty()
                : Optional.of(String.join(" < ", way.stream().filter(at -> at.startsWith("org.commonwright."))
                        .toList()) + " < " + String.join(" < ", window.subList(0, Math.min(3, window.size()))));
    }

    private static String words(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
    }
}
