package org.commonwright.machine.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real SDL, with pads that only it believes in; others may be plugged in besides.
class PadWatchTest {
    private static final String NAME = "Virtual pad";

    @TempDir
    static Path folder;

    private final BlockingQueue<PadLook> looks = new LinkedBlockingQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private Thread thread;

    @BeforeEach
    void watch() {
        thread = Thread.ofPlatform().start(() -> {
            try {
                new PadWatch(AppFolders.under(folder), looks::add).watch(Progress.silent(stop::get));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        stop.set(true);
        thread.join();
    }

    private PadLook await(Predicate<PadLook> wanted) throws InterruptedException {
        while (true) {
            PadLook look = looks.poll(30, TimeUnit.SECONDS);
            assertTrue(look != null, "no such look");
            if (wanted.test(look)) {
                return look;
            }
        }
    }

    private static List<Pad> ours(PadLook look) {
        return look.pads().stream().filter(pad -> pad.name().equals(NAME)).toList();
    }

    private static PadInput held(PadLook look) {
        return ours(look).stream().map(Pad::input).findFirst().orElse(PadInput.REST);
    }

    @Test
    void aPadIsFoundHeardAndMissed() throws InterruptedException {
        await(look -> ours(look).isEmpty());
        try (var pad = VirtualPad.plugIn(folder, NAME)) {
            pad.hold(PadButton.EAST, true);
            PadLook found = await(look -> held(look).down().contains(PadButton.EAST));
            assertTrue(ours(found).getFirst().known());
            pad.hold(PadButton.EAST, false);
            pad.axis(VirtualPad.LEFT_X, 1);
            pad.axis(VirtualPad.LEFT_Y, -0.5);
            PadInput out = held(await(look -> held(look).leftX() > 0.9 && held(look).leftY() > 0.4));
            assertEquals(1, out.leftX(), 1e-3);
            assertEquals(0.5, out.leftY(), 1e-3, "away from the person");
            looks.clear();
            for (PadButton button : List.of(PadButton.SOUTH, PadButton.BACK, PadButton.LEFT_SHOULDER, PadButton.UP,
                    PadButton.RIGHT)) {
                pad.hold(button, true);
                assertEquals(Set.of(button), await(look -> !look.pressed().isEmpty()).pressed());
            }
            pad.axis(4, 1);
            assertEquals(Set.of(PadButton.LEFT_TRIGGER), await(look -> !look.pressed().isEmpty()).pressed());
            pad.unplug();
            await(look -> ours(look).isEmpty());
        }
        stop.set(true);
        thread.join();
        assertEquals(List.of(), looks.stream().toList().getLast().pads(), "the end of the watch is told");
    }

    @Test
    void whatHasNoKnownPlacesIsShownAndNotUsed() throws InterruptedException {
        try (var wheel = VirtualPad.wheel(folder, NAME)) {
            wheel.hold(PadButton.SOUTH, true);
            Pad found = ours(await(look -> !ours(look).isEmpty())).getFirst();
            assertEquals(new Pad(found.id(), NAME, false, PadInput.REST), found);
        }
    }
}
