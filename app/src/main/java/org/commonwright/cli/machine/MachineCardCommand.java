package org.commonwright.cli.machine;

import java.util.Map;
import java.util.Set;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.machine.Port;
import org.commonwright.machine.card.Camera;
import org.commonwright.machine.card.Filament;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.machine.link.SerialPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine card`: what a machine draws, what it prints with, where its camera is.
final class MachineCardCommand {
    private static final Set<String> PARTS = Set.of("idle", "motion", "hotend", "bed", "spindle");
    private static final double MOST_WATTS = 100_000;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "the machine, by its port")
        private String port = "";

        @Option(names = "--name", paramLabel = "TEXT", description = "what people call it")
        private @Nullable String name;

        @Option(names = "--watts", paramLabel = "PART=WATTS", split = ",", description = "what it draws: idle, and more for motion, hotend, bed, spindle")
        private @Nullable Map<String, Double> watts;

        @Option(names = "--filament", paramLabel = "MM:G/CM3", description = "the filament's diameter and density, such as 1.75:1.24")
        private @Nullable String filament;

        @Option(names = "--camera", paramLabel = "URL", description = "where a picture (JPEG or MJPEG) comes from; an empty text for none")
        private @Nullable String camera;

        @Option(names = "--every", paramLabel = "SECONDS", description = "between two pictures")
        private @Nullable Integer every;

        @Option(names = "--json")
        private boolean json;
    }

    MachineCardCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        MachineId machine = MachineId.of(Port.parse(options.port), SerialPorts.list());
        MachineCards cards = MachineCards.of(context.folders());
        MachineCard before = cards.read(machine);
        MachineCard card = changed(before);
        if (!card.equals(before)) {
            cards.write(machine, card);
        }
        if (options.json) {
            context.json(card.json().put("machine", machine.text()));
            return Exit.DONE;
        }
        PowerModel power = card.power();
        context.say("card.says-card", machine, card.name(), power.idle(), power.motion(), power.hotend(), power.bed(),
                power.spindle(), card.filament().diameter(), card.filament().density());
        if (card.camera().isThere()) {
            context.say("card.says-camera", card.camera().url(), card.camera().seconds());
        }
        return Exit.DONE;
    }

    private MachineCard changed(MachineCard before) {
        MachineCard card = options.name == null ? before : before.withName(options.name);
        Map<String, Double> watts = options.watts;
        if (watts != null) {
            card = card.withPower(power(card.power(), watts));
        }
        if (options.filament != null) {
            card = card.withFilament(filament(options.filament));
        }
        if (options.camera != null || options.every != null) {
            Camera camera = card.camera();
            card = card.withCamera(Camera.of(options.camera == null ? camera.url() : options.camera,
                    options.every == null ? camera.seconds() : options.every));
        }
        return card;
    }

    private static PowerModel power(PowerModel now, Map<String, Double> watts) {
        watts.forEach((part, value) -> {
            if (!PARTS.contains(part) || value.isNaN() || value < 0 || value > MOST_WATTS) {
                throw new Fault("card.bad-watts", part + "=" + value);
            }
        });
        return new PowerModel(watts.getOrDefault("idle", now.idle()), watts.getOrDefault("motion", now.motion()),
                watts.getOrDefault("hotend", now.hotend()), watts.getOrDefault("bed", now.bed()),
                watts.getOrDefault("spindle", now.spindle()));
    }

    private static Filament filament(String text) {
        if (!text.matches("[0-9](\\.[0-9]{1,3})?:[0-9]{1,2}(\\.[0-9]{1,4})?")) {
            throw new Fault("card.bad-filament", text);
        }
        String[] parts = text.split(":", 2);
        return new Filament(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
}
