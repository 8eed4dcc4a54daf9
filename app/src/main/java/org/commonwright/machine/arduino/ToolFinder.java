package org.commonwright.machine.arduino;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;

/// Looks where `avrdude` and `arduino-cli` are: where a person said, in `PATH`, and in the folders of Arduino's IDE, 2 and 1.
public final class ToolFinder {
    private final Map<String, String> environment;
    private final Path home;
    private final boolean windows;

    /// @param environment as of `System.getenv()`
    /// @param home the person's folder
    /// @param osName as of the property `os.name`
    public ToolFinder(Map<String, String> environment, Path home, String osName) {
        this.environment = environment;
        this.home = home;
        this.windows = osName.startsWith("Windows");
    }

    /// @param chosen where a person says it is; empty to look for it
    /// @throws Fault `arduino.no-avrdude` that says how to install it, `arduino.no-tool` when it is not where it was said
    public Tool avrdude(Optional<Path> chosen) {
        if (chosen.isPresent()) {
            return said(chosen.get());
        }
        return inPath("avrdude").or(this::ofIde2).or(this::ofIde1)
                .orElseThrow(() -> new Fault("arduino.no-avrdude"));
    }

    /// @param chosen where a person says it is; empty to look for it
    /// @throws Fault `arduino.no-cli` that says how to install it, `arduino.no-tool` when it is not where it was said
    public Tool arduinoCli(Optional<Path> chosen) {
        if (chosen.isPresent()) {
            return said(chosen.get());
        }
        return inPath("arduino-cli").orElseThrow(() -> new Fault("arduino.no-cli"));
    }

    private static Tool said(Path program) {
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            throw new Fault("arduino.no-tool", program);
        }
        return withConfig(program.toAbsolutePath());
    }

    private Optional<Tool> inPath(String name) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            Optional<Path> found = path(folder).filter(Path::isAbsolute).map(f -> f.resolve(file(name)))
                    .filter(Files::isExecutable).filter(Files::isRegularFile);
            if (found.isPresent()) {
                return found.map(program -> new Tool(program, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// `packages/VENDOR/tools/avrdude/VERSION/bin/avrdude` in the IDE's data folder; Arduino's own and its newest come first.
    private Optional<Tool> ofIde2() {
        List<Path> found = new ArrayList<>();
        for (Path data : List.of(home.resolve(".arduino15"), home.resolve("Library/Arduino15"),
                path(environment.getOrDefault("LOCALAPPDATA", "")).orElse(home.resolve("AppData/Local"))
                        .resolve("Arduino15"))) {
            for (Path vendor : children(data.resolve("packages"))) {
                found.addAll(children(vendor.resolve("tools/avrdude")));
            }
        }
        return found.stream().map(version -> version.resolve("bin").resolve(file("avrdude")))
                .filter(Files::isExecutable)
                .max(Comparator.comparing((Path p) -> p.toString().contains("packages" + File.separator + "arduino"))
                        .thenComparing(p -> version(p.getParent().getParent().getFileName().toString())))
                .map(ToolFinder::withConfig);
    }

    /// `6.3.0-arduino17` as text that sorts by its numbers.
    private static String version(String name) {
        var sortable = new StringBuilder();
        for (String number : name.split("[^0-9]+")) {
            sortable.append(number.isEmpty() ? "" : String.format("%9s", number));
        }
        return sortable.toString();
    }

    private Optional<Tool> ofIde1() {
        List<Path> roots = new ArrayList<>(
                List.of(Path.of("/usr/share/arduino"), Path.of("/Applications/Arduino.app/Contents/Java")));
        for (Path folder : List.of(home, Path.of("/opt"), Path.of("/usr/local"))) {
            children(folder).stream().filter(p -> p.getFileName().toString().startsWith("arduino-1"))
                    .forEach(roots::add);
        }
        for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)")) {
            path(environment.getOrDefault(variable, "")).ifPresent(folder -> roots.add(folder.resolve("Arduino")));
        }
        return roots.stream().map(root -> root.resolve("hardware/tools/avr/bin").resolve(file("avrdude")))
                .filter(Files::isExecutable).findFirst().map(ToolFinder::withConfig);
    }

    private String file(String name) {
        return windows ? name + ".exe" : name;
    }

    /// The settings lie beside the folder `bin`, where the IDE unpacks them.
    private static Tool withConfig(Path program) {
        Path bin = program.getParent();
        return new Tool(program, Optional.ofNullable(bin.getParent())
                .map(root -> root.resolve("etc/avrdude.conf")).filter(Files::isRegularFile)
                .filter(_ -> program.getFileName().toString().startsWith("avrdude")));
    }

    /// Nothing when the folder cannot be looked into: then no tool is there for us.
    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
