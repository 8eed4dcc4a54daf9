package org.commonwright.machine.pad;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;

/// Looks at the pads, many times a second, until it is told to stop. Only this loads the library.
public final class PadWatch {
    private static final long PAUSE_MILLIS = 15;
    private static final long IDLE_MILLIS = 100;

    private final Path folder;
    private final Consumer<PadLook> hears;
    private Map<Integer, Set<PadButton>> before = Map.of();

    /// @param hears is told each look, on the thread that watches; at the end one without pads
    public PadWatch(AppFolders folders, Consumer<PadLook> hears) {
        this.folder = folders.cache().resolve("pads");
        this.hears = hears;
    }

    /// Watches until it is cancelled or interrupted; the thread is SDL's until then.
    ///
    /// @throws Fault `pads.no-library` where there is none for this system, `pads.no-start`
    public void watch(Progress progress) throws InterruptedException {
        try (SdlPads pads = SdlPads.open(folder)) {
            while (!progress.cancelled()) {
                List<Pad> now = pads.look();
                hears.accept(new PadLook(now, pressed(now), System.nanoTime()));
                Pause.millis(now.isEmpty() ? IDLE_MILLIS : PAUSE_MILLIS);
            }
        } finally {
            hears.accept(PadLook.nothing(System.nanoTime()));
        }
    }

    /// What is held when a pad is plugged in was not pressed.
    private Set<PadButton> pressed(List<Pad> now) {
        Set<PadButton> pressed = EnumSet.noneOf(PadButton.class);
        Map<Integer, Set<PadButton>> after = new HashMap<>();
        for (Pad pad : now) {
            Set<PadButton> down = pad.input().down();
            Set<PadButton> earlier = before.getOrDefault(pad.id(), down);
            down.stream().filter(button -> !earlier.contains(button)).forEach(pressed::add);
            after.put(pad.id(), down);
        }
        before = after;
        return pressed;
    }
}
