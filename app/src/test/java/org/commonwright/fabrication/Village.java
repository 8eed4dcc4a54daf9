package org.commonwright.fabrication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.Order;
import org.commonwright.fabrication.order.Ordering;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;

/// A home repository with a small design, and people with a computer each.
final class Village implements AutoCloseable {
    static final String PLATE = "G21 G90\nG0 X0 Y0 Z5\nM3 S8000\n" + "G1 X40 F3000\nG1 X0\n".repeat(300) + "M5\nM2\n";

    private final Path folder;
    private final List<JobDesk> open = new ArrayList<>();
    private String address = "";
    Instant now = Instant.parse("2025-06-01T10:00:00Z");

    Village(Path folder, int plates) {
        this.folder = folder;
        try (GitRepository home = GitRepository.initBare(folder.resolve("home.git"))) {
            Repos.commit(home, "main", files(plates, PLATE));
        }
    }

    /// A design of one part.
    static Map<String, String> files(int plates, String program) {
        return Map.of("okh.toml", "okhv = \"2.4\"\nname = \"Plotter\"\nlicense = \"CERN-OHL-S-2.0\"\n", "bom.csv",
                "Part,Kind,Quantity,File,Process,Material\nplate,make," + plates
                        + ",fabrication/plate.nc,mill,aluminium\n",
                "fabrication/plate.nc", program);
    }

    String home() {
        return address.isEmpty() ? folder.resolve("home.git").toString() : address;
    }

    /// From now on people reach the home at this address.
    void homeIsAt(String url) {
        address = url;
    }

    /// Somebody's computer, with a clone of the design.
    JobDesk person(String name) {
        Path clone = folder.resolve(name);
        if (!Files.exists(clone)) {
            GitRepository.cloneFrom(home(), clone, Progress.NONE).close();
        }
        JobDesk desk = JobDesk.open(clone, folders(name), () -> now);
        open.add(desk);
        return desk;
    }

    AppFolders folders(String name) {
        return AppFolders.under(folder.resolve(name + "-home"));
    }

    /// Places an order of one design; its only job.
    Job order(JobDesk desk, String name) {
        try (var workspace = new Workspace(folders(name).workspace())) {
            var design = new DesignReader(workspace).read(folder.resolve(name), "HEAD");
            User person = User.of(UserKind.PERSON);
            Draft draft = Draft.of(design, "", 1, person, Use.MAKE, Progress.NONE);
            desk.place(Order.of(new Ordering(desk.agent(), desk.now(), desk.home(), "", "", person, Use.MAKE, ""),
                    draft));
        }
        desk.sync(Progress.NONE);
        return only(desk);
    }

    /// The only job that this computer knows of, after an exchange of records.
    Job only(JobDesk desk) {
        desk.sync(Progress.NONE);
        return desk.book().jobs().getFirst();
    }

    void takeHomeAway() {
        move("home.git", "away.git");
    }

    void bringHomeBack() {
        move("away.git", "home.git");
    }

    private void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open.forEach(JobDesk::close);
    }
}
