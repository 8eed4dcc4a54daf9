package org.commonwright.machine.preflight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.machine.grbl.GrblLines;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.machine.protocol.Words;

/// Walks over a program line by line with what is on: tool, heat, feed, units. Each thing is told once, at its first line.
final class ProgramScan {
    /// Marlin refuses to push filament below this (`EXTRUDE_MINTEMP`), °C.
    private static final double COLD = 170;
    private static final double HOT_NOZZLE = 300;
    private static final double HOT_BED = 130;
    /// So many changes of power on moving lines are a laser's work.
    private static final int LASER_LINES = 10;

    private final boolean grbl;
    private final MachineInfo info;
    private final String file;
    private final Consumer<Problem> found;
    private final Set<String> told = new TreeSet<>();
    private final boolean laser;
    private boolean spindle;
    private boolean everSpindle;
    private int firstCut;
    private int motion;
    private boolean cuts;
    private int powered;
    private double nozzle;
    private double bed;
    private boolean relativeExtrusion;
    private double extruded;

    ProgramScan(MachineInfo info, MachineStatus status, String file, Consumer<Problem> found) {
        this.info = info;
        this.file = file;
        this.found = found;
        this.grbl = info.dialect().equals("grbl");
        this.laser = grbl && info.setting("$32", 0) != 0;
        this.spindle = status.spindle() > 0;
        this.motion = 0;
        for (Temperature heater : status.temperatures()) {
            if (heater.heater().startsWith("T")) {
                nozzle = Math.max(nozzle, heater.target());
            } else {
                bed = Math.max(bed, heater.target());
            }
        }
    }

    void line(int number, String raw) {
        var words = new Words(GrblLines.compact(raw));
        boolean axes = false;
        boolean z = false;
        boolean moves = false;
        double s = Double.NaN;
        double e = Double.NaN;
        int m = -1;
        int g = -1;
        while (words.next()) {
            double v = words.value();
            switch (words.letter()) {
                case 'G' -> {
                    g = (int) v;
                    moves |= v >= 0 && v <= 3 && v == Math.rint(v);
                    motion = v >= 0 && v <= 3 && v == Math.rint(v) ? (int) v : v == 80 ? 0 : motion;
                    if (v == 20) {
                        once(Problem.Severity.NOTE, number, "machine.preflight-inches");
                    }
                    if (grbl && (v == 92 || v == 10 || v >= 55 && v < 60)) {
                        once(Problem.Severity.NOTE, number, "machine.preflight-zero-moves");
                    }
                    relativeExtrusion = v == 91 || v != 90 && relativeExtrusion;
                }
                case 'M' -> m = (int) v;
                case 'X', 'Y' -> axes = true;
                case 'Z' -> {
                    axes = true;
                    z = true;
                }
                case 'S' -> s = v;
                case 'E' -> e = v;
                default -> {
                    // Says nothing here.
                }
            }
        }
        if (m >= 0) {
            miscellaneous(number, m, s);
        }
        if (grbl) {
            power(number, s, axes && motion > 0);
            // G10, G28, G92 and their like take axis words of their own.
            if (axes && motion > 0
                    && (g < 0 || moves || g > 16 && g < 28 || g == 90 || g == 91 || g == 53 || g == 54)) {
                cut(number, z);
            }
        } else if (!Double.isNaN(e) && (moves || g < 0)) {
            extrude(number, e);
        } else if (g == 92 && !Double.isNaN(e)) {
            extruded = e;
        }
    }

    private void miscellaneous(int number, int m, double s) {
        switch (m) {
            case 3, 4 -> {
                spindle = true;
                everSpindle = true;
            }
            // The end of a program stops the spindle too.
            case 2, 5, 30 -> spindle = false;
            case 82, 83 -> relativeExtrusion = m == 83;
            case 104, 109 -> {
                nozzle = Double.isNaN(s) ? nozzle : s;
                if (!grbl && nozzle > HOT_NOZZLE) {
                    once(Problem.Severity.WARNING, number, "machine.preflight-hot-nozzle", nozzle);
                }
            }
            case 140, 190 -> {
                bed = Double.isNaN(s) ? bed : s;
                if (!grbl && bed > HOT_BED) {
                    once(Problem.Severity.WARNING, number, "machine.preflight-hot-bed", bed);
                }
            }
            default -> {
                // Says nothing here.
            }
        }
    }

    private void power(int number, double s, boolean moving) {
        if (Double.isNaN(s)) {
            return;
        }
        double most = info.setting("$30", 0);
        double least = info.setting("$31", 0);
        if (most > 0 && s > most) {
            once(Problem.Severity.WARNING, number, "machine.preflight-spindle-fast", s, most);
        } else if (s > 0 && s < least && !laser) {
            once(Problem.Severity.WARNING, number, "machine.preflight-spindle-slow", s, least);
        }
        powered += moving ? 1 : 0;
        if (powered == LASER_LINES && !laser) {
            once(Problem.Severity.WARNING, number, "machine.preflight-laser-off");
        }
    }

    private void cut(int number, boolean z) {
        if (laser && z && spindle) {
            once(Problem.Severity.WARNING, number, "machine.preflight-laser-on");
        }
        if (!cuts) {
            cuts = true;
            firstCut = number;
        }
        if (!spindle && everSpindle && !laser) {
            once(Problem.Severity.WARNING, number, "machine.preflight-spindle-stands");
        }
    }

    private void extrude(int number, double e) {
        double fed = relativeExtrusion ? e : e - extruded;
        extruded = relativeExtrusion ? extruded : e;
        if (fed > 0 && nozzle < COLD) {
            once(Problem.Severity.ERROR, number, "machine.preflight-cold", nozzle, COLD);
        }
    }

    void end(int lines) {
        if (grbl && cuts && !everSpindle && !spindle) {
            once(Problem.Severity.NOTE, firstCut, "machine.preflight-no-spindle");
        }
        if (grbl && spindle && everSpindle) {
            once(Problem.Severity.NOTE, lines, "machine.preflight-spindle-on");
        }
        if (!grbl && (nozzle > 0 || bed > 0)) {
            once(Problem.Severity.NOTE, lines, "machine.preflight-heat-on");
        }
    }

    private void once(Problem.Severity severity, int line, String code, Object... arguments) {
        if (told.add(code)) {
            found.accept(new Problem(severity, code, List.of(arguments), Place.line(file, line)));
        }
    }
}
