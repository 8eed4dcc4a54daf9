package org.commonwright.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.task.Progress;

/// Lays the sample designs out as Git repositories:
///
/// ```
/// pen-plotter/ rover/ sensor-board/      what a person works in
/// network/<design>.git                   the repository that the design's community shares (remote origin)
/// network/<owner>/<design>.git           forks with proposals (a remote named for its owner)
/// network/home.git                       where workshops meet (remote home)
/// ```
///
/// What is there already is left as it is. What an interrupted run leaves behind is no design: each repository is made
/// aside and moved to its place whole.
public final class SampleInstaller {
    /// The designs, those that others build on first.
    public static final List<String> DESIGNS = List.of("pen-plotter", "sensor-board", "rover");

    private static final String NETWORK = "network";
    private static final String HOME = "home";

    private final SampleSource source;

    /// The samples that came with the program.
    public SampleInstaller() {
        this(SampleSource.bundled());
    }

    public SampleInstaller(SampleSource source) {
        this.source = source;
    }

    /// @throws Fault `sample.not-laid-out` when the folder cannot be written, or what the room `git` throws
    public SampleWorkspace install(Path workspace, Progress progress) {
        Path folder = workspace.toAbsolutePath().normalize();
        try {
            Path network = Files.createDirectories(folder.resolve(NETWORK));
            try (var staging = new Staging(folder)) {
                var layout = new SampleLayout(source, folder, network, staging);
                progress.say("sample.laying-out", HOME);
                progress.update(0);
                Path home = layout.shared(HOME, Progress.NONE);
                List<SampleDesign> designs = new ArrayList<>();
                for (String name : DESIGNS) {
                    progress.say("sample.laying-out", name);
                    designs.add(layout.design(name, home, progress));
                    progress.update((designs.size() + 0.0) / DESIGNS.size());
                }
                return new SampleWorkspace(folder, List.copyOf(designs), home);
            }
        } catch (IOException e) {
            throw new Fault(e, "sample.not-laid-out", folder, String.valueOf(e.getMessage()));
        }
    }

    /// Whether all designs are laid out in a workspace.
    public static boolean isInstalled(Path workspace) {
        return DESIGNS.stream().allMatch(d -> Files.isDirectory(workspace.resolve(d), LinkOption.NOFOLLOW_LINKS));
    }
}
