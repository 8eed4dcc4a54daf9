package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.cli.frame.Shown;
import org.commonwright.error.Fault;
import org.commonwright.machine.pad.Pad;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.PadInput;
import org.commonwright.machine.pad.PadMap;
import org.commonwright.machine.pad.PadMapFile;
import org.commonwright.machine.pad.PadWatch;
import org.commonwright.task.Progress;
import picocli.CommandLine.Option;

/// `machine pads`: the gamepads there are, what is pressed on them, and what their buttons do. Moves nothing.
final class MachinePadsCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double COARSE = 20;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Option(names = "--watch", description = "says what is pressed and pushed, until Ctrl+C")
        private boolean watch;

        @Option(names = "--seconds", paramLabel = "S", description = "how long to watch; without it until Ctrl+C")
        private double seconds = Double.POSITIVE_INFINITY;

        @Option(names = "--set", paramLabel = "ACTION=BUTTON", description = "gives an action another button, or none (dead-man=left-trigger, abort=); may be given again")
        private List<String> set = List.of();

        @Option(names = "--reset", description = "puts all buttons back")
        private boolean reset;

        @Option(names = "--json")
        private boolean json;
    }

    MachinePadsCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        if (!(options.seconds >= 0)) {
            throw new Fault("arduino.bad-seconds", String.valueOf(options.seconds));
        }
        PadMap map = map();
        if (options.watch) {
            watch();
        } else {
            say(first(), map);
        }
        return Exit.DONE;
    }

    /// The buttons after what was asked to change; they are written only when all of it is right.
    private PadMap map() {
        PadMapFile file = PadMapFile.of(context.folders());
        PadMap map = options.reset ? PadMap.USUAL : file.read();
        for (String wish : options.set) {
            int equals = wish.indexOf('=');
            Optional<PadAction> action = PadAction.of(equals < 0 ? wish : wish.substring(0, equals));
            String name = equals < 0 ? "" : wish.substring(equals + 1);
            Optional<PadButton> button = PadButton.of(name);
            if (action.isEmpty() || equals < 0 || button.isEmpty() && !name.isEmpty()) {
                throw new Fault("pads.bad-wish", wish, ids(PadAction.values()), ids(PadButton.values()));
            }
            map = map.with(action.get(), button);
        }
        if (options.reset || !options.set.isEmpty()) {
            file.write(map);
        }
        return map;
    }

    private static String ids(Object[] values) {
        List<String> ids = new ArrayList<>();
        for (Object value : values) {
            ids.add(value instanceof PadAction action ? action.id() : ((PadButton) value).id());
        }
        return String.join(", ", ids);
    }

    /// What the first looks show; a pad may take a moment to be opened.
    private List<Pad> first() throws InterruptedException {
        var done = new AtomicBoolean();
        List<List<Pad>> looks = new ArrayList<>();
        new PadWatch(context.folders(), look -> {
            if (!done.get()) {
                looks.add(look.pads());
                done.set(looks.size() > 1);
            }
        }).watch(Progress.silent(done::get));
        return looks.getLast();
    }

    private void say(List<Pad> pads, PadMap map) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode found = node.putArray("pads");
        pads.forEach(pad -> found.addObject().put("name", pad.name()).put("known", pad.known()));
        ObjectNode buttons = node.putObject("buttons");
        for (PadAction action : PadAction.values()) {
            buttons.put(action.id(), map.button(action).map(PadButton::id).orElse(""));
        }
        if (options.json) {
            context.json(node);
            return;
        }
        pads.forEach(pad -> context.say(pad.known() ? "pads.says-pad" : "pads.unknown", pad.name()));
        if (pads.isEmpty()) {
            context.say("pads.says-none");
        }
        for (PadAction action : PadAction.values()) {
            map.button(action).ifPresent(button -> context.out().println(action.id() + " = " + button.id() + "  ("
                    + context.messages().get("pads.do-" + action.id()) + ")"));
        }
    }

    /// Says each change, sticks in twentieths of their way.
    private void watch() throws InterruptedException {
        try (var interrupts = new Interrupts()) {
            Progress progress = interrupts.cancelledOnExit(context.progress());
            long begun = System.nanoTime();
            Set<String> before = new LinkedHashSet<>();
            new PadWatch(context.folders(), look -> {
                Set<String> now = new LinkedHashSet<>();
                look.pads().forEach(pad -> now.add(line(pad)));
                now.stream().filter(line -> !before.contains(line)).forEach(context.out()::println);
                before.clear();
                before.addAll(now);
                context.out().flush();
            }).watch(Progress.silent(
                    () -> progress.cancelled() || (System.nanoTime() - begun) / 1e9 > options.seconds));
        }
    }

    private String line(Pad pad) {
        PadInput input = pad.input();
        List<String> down = Arrays.stream(PadButton.values()).filter(input.down()::contains).map(PadButton::id)
                .toList();
        double[] sticks = {coarse(input.leftX()), coarse(input.leftY()), coarse(input.rightX()),
                coarse(input.rightY())};
        if (!options.json) {
            return Shown.text(pad.name()) + "  "
                    + String.format(Locale.ROOT, "%+.2f %+.2f  %+.2f %+.2f  ", sticks[0], sticks[1],
                            sticks[2], sticks[3])
                    + String.join(" ", down);
        }
        ObjectNode node = JSON.createObjectNode().put("name", pad.name()).put("known", pad.known());
        ArrayNode buttons = node.putArray("down");
        down.forEach(buttons::add);
        ArrayNode axes = node.putArray("sticks");
        for (double stick : sticks) {
            axes.add(stick);
        }
        return Shown.json(node.toString());
    }

    private static double coarse(double stick) {
        return Math.round(stick * COARSE) / COARSE + 0.0;
    }
}
