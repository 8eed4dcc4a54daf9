package org.commonwright.machine.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;

/// What an operator does at a printer of Marlin's family, besides running programs. What takes a `Progress` waits for the
/// machine; the rest returns at once and may be done while a program runs.
public final class PrinterControl {
    /// Marlin's `EXTRUDE_MINTEMP` where nobody changed it, in °C.
    private static final int USUAL_COLD = 170;
    /// So near to its target, in °C, a nozzle is warm.
    private static final double NEAR = 2;
    private static final long LOOK_MILLIS = 500;
    private static final double FILAMENT_MOST = 200;
    private static final double SPEED_MOST = 100;
    private static final double STEP_MOST = 1;
    private static final int PERCENT_LEAST = 10;
    private static final int PERCENT_MOST = 500;
    private static final Pattern COLD = Pattern.compile("min temp (-?[0-9]+)");

    private final Session session;

    public PrinterControl(Session session) {
        this.session = session;
    }

    /// Whether the firmware says (`M115`) that it can.
    public boolean can(String capability) {
        return session.info().capabilities().contains(capability);
    }

    /// Asks for the temperatures now.
    ///
    /// @return empty when the machine tells none
    public List<Temperature> temperatures(Progress progress) throws InterruptedException {
        session.ask("M105", progress);
        return Heaters.distinct(session.status().temperatures());
    }

    /// Sets a heater; 0 switches it off.
    ///
    /// @param heater the firmware's letter, as in [Temperature]
    public void target(String heater, double celsius) {
        session.operate(Heaters.line(heater, celsius));
    }

    /// Switches all heaters off, and leaves fans as they are: a hot nozzle wants its fan.
    public void coolDown() {
        List<String> heaters = new ArrayList<>(
                Heaters.distinct(session.status().temperatures()).stream().map(Temperature::heater).toList());
        if (heaters.isEmpty()) {
            heaters.addAll(List.of("T", "B"));
        }
        heaters.forEach(heater -> target(heater, 0));
    }

    /// @param percent of the part's fan, 0 to 100
    public void fan(double percent) {
        between("printer.bad-percent", percent, 0, 100);
        session.operate(percent == 0 ? "M107" : "M106 S" + Math.round(percent * 2.55));
    }

    /// How fast programs move, in percent (`M220`).
    public void feed(double percent) {
        between("printer.bad-percent", percent, PERCENT_LEAST, PERCENT_MOST);
        session.operate("M220 S" + Math.round(percent));
    }

    /// How much filament programs push, in percent (`M221`).
    public void flow(double percent) {
        between("printer.bad-percent", percent, PERCENT_LEAST, PERCENT_MOST);
        session.operate("M221 S" + Math.round(percent));
    }

    /// Shifts the nozzle while it prints (`M290`), in mm; up is positive.
    ///
    /// @throws Fault `printer.no-babystep` when the firmware cannot
    public void babystep(double mm) {
        need("BABYSTEPPING", "printer.no-babystep");
        between("printer.bad-step", mm, -STEP_MOST, STEP_MOST);
        session.operate(String.format(Locale.ROOT, "M290 Z%.3f", mm));
    }

    /// Pushes filament, or pulls it back.
    ///
    /// @param mm negative to pull back
    /// @param speed in mm per second
    /// @throws Fault `printer.cold` when the nozzle is colder than the firmware allows, before anything is sent
    public void extrude(double mm, double speed, Progress progress) throws InterruptedException {
        between("printer.bad-filament", mm, -FILAMENT_MOST, FILAMENT_MOST);
        between("printer.bad-speed", speed, 0.1, SPEED_MOST);
        notPrinting();
        warmEnough(progress);
        session.ask("M83", progress);
        try {
            List<String> said = session.ask(String.format(Locale.ROOT, "G1 E%.3f F%.0f", mm, speed * 60), progress);
            if (said.stream().anyMatch(line -> line.contains("cold extrusion prevented"))) {
                throw new Fault("printer.cold-refused");
            }
        } finally {
            session.operate("M82");
        }
    }

    /// Heats the nozzle and waits until it is warm.
    ///
    /// @throws Fault `printer.cold-unknown` when the machine tells no temperature of it
    public void warm(double celsius, Progress progress) throws InterruptedException {
        target("T", celsius);
        while (true) {
            Temperature nozzle = nozzle(progress).orElseThrow(() -> new Fault("printer.cold-unknown"));
            progress.update(Math.clamp(nozzle.actual() / celsius, 0, 1));
            if (nozzle.actual() >= celsius - NEAR) {
                return;
            }
            Pause.millis(LOOK_MILLIS, progress);
        }
    }

    private Optional<Temperature> nozzle(Progress progress) throws InterruptedException {
        return temperatures(progress).stream().filter(t -> t.heater().startsWith("T")).findFirst();
    }

    private void warmEnough(Progress progress) throws InterruptedException {
        List<String> said = session.ask("M302", progress);
        boolean enabled = said.stream().anyMatch(line -> line.contains("Cold extrudes are enabled"));
        int least = said.stream().map(COLD::matcher).filter(Matcher::find).map(m -> Integer.parseInt(m.group(1)))
                .findFirst().orElse(USUAL_COLD);
        Optional<Temperature> nozzle = nozzle(progress);
        if (!enabled && nozzle.isEmpty()) {
            throw new Fault("printer.cold-unknown");
        }
        if (!enabled && nozzle.get().actual() < least) {
            throw new Fault("printer.cold", nozzle.get().actual(), least);
        }
    }

    /// Starts a change of filament (`M600`); a program that runs comes to it in its turn.
    public void changeFilament() {
        notPrinting();
        session.operate("M600");
    }

    /// Lets a machine that waits go on (`M108`).
    ///
    /// @throws Fault `printer.no-parser` when the firmware hears nothing while it waits
    public void goOn() {
        need("EMERGENCY_PARSER", "printer.no-parser");
        session.operate("M108");
    }

    /// Answers what the machine asks (`M876`).
    ///
    /// @param choice from 0, as [org.commonwright.machine.protocol.HostPrompt] lists them
    public void answer(int choice) {
        between("printer.bad-choice", choice, 0, 9);
        session.operate("M876 S" + choice);
    }

    /// Homes, then lets the machine feel its bed (`G28`, `G29`): minutes.
    ///
    /// @return what it says of the bed
    /// @throws Fault `printer.no-levelling` when the firmware cannot
    public List<String> level(Progress progress) throws InterruptedException {
        need("AUTOLEVEL", "printer.no-levelling");
        notPrinting();
        session.ask("G28", progress);
        return session.ask("G29", progress).stream()
                .filter(line -> !line.contains("busy:") && !line.contains("T:") && !line.startsWith("X:")).toList();
    }

    /// Lets the motors go; the position is lost.
    public void motorsOff() {
        notPrinting();
        session.command("M84");
    }

    private void notPrinting() {
        if (session.printer().card() != null) {
            throw new Fault("printer.card-prints");
        }
    }

    private void need(String capability, String otherwise) {
        if (!can(capability)) {
            throw new Fault(otherwise);
        }
    }

    private static void between(String code, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new Fault(code, value, least, most);
        }
    }
}
