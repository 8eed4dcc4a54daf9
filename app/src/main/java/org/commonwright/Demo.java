package org.commonwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.cli.Cli;
import org.commonwright.cli.LineProgress;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.commonwright.workbench.pictures.SamplePictures;

/// The way from a design in Git to a part on a machine, as commands that a person could type: each is printed and then run,
/// and the next one begins only when it ended as it should. What it lays out goes into a folder of its own.
final class Demo {
    /// As fast as the virtual machine can: it plans and answers as always, and does not wait for its motion.
    private static final String PRINTER = "virtual:marlin?speed=0";

    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;
    private final AppFolders folders;

    Demo(PrintStream out, PrintStream err, Messages messages, AppFolders folders) {
        this.out = out;
        this.err = err;
        this.messages = messages;
        this.folders = folders;
    }

    /// @param pictures where the pictures of the workbench's views go
    /// @return the exit code: that of the first command that did not end as it should, else 0
    int run(Path pictures) throws IOException, InterruptedException {
        String plotter = shortened(folders.workspace().resolve("pen-plotter"));
        heading("demo.samples", folders.workspace());
        int exit = step(Cli.DONE, "sample", "open");
        heading("demo.design");
        exit = then(exit, Cli.DONE, "design", "tree", plotter);
        exit = then(exit, Cli.DONE, "bom", "rollup", plotter, "--quantity", "3");
        heading("demo.people");
        exit = then(exit, Cli.DONE, "contributors", plotter);
        heading("demo.review");
        exit = then(exit, Cli.DONE, "review", "list", plotter);
        exit = exit == Cli.DONE ? review(plotter) : exit;
        heading("demo.order");
        String[] terms = {"--as", "non-profit", "--use", "make"};
        String module = "modules/gantry/modules/pen-lift";
        exit = then(exit, Cli.DONE, "licence", "check", plotter, terms[0], terms[1], terms[2], terms[3]);
        exit = then(exit, Cli.DONE, "order", "place", plotter, "--module", module, terms[0], terms[1], terms[2],
                terms[3]);
        heading("demo.make");
        exit = exit == Cli.DONE ? make(plotter) : exit;
        exit = then(exit, Cli.DONE, "record", "verify", plotter);
        if (exit == Cli.DONE) {
            heading("demo.pictures", pictures);
            for (Path picture : new SamplePictures(folders, messages.locale()).save(pictures,
                    new LineProgress(out, messages))) {
                out.println("  " + picture);
            }
            out.println();
            out.println(messages.get("demo.done"));
        }
        return exit;
    }

    /// Relative to the current folder where it lies below it, so that the commands are short.
    private static String shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    /// Looks at the open proposals and merges them; where one asks for a decision, what it proposes is taken.
    private int review(String plotter) {
        List<String> open = new ArrayList<>();
        for (JsonNode proposal : json("review", "list", plotter).path("proposals")) {
            if (proposal.path("state").asText().equals("open")) {
                open.add(proposal.path("id").asText().substring(0, 12));
            }
        }
        int exit = Cli.DONE;
        for (String id : open) {
            exit = then(exit, Cli.DONE, "review", "show", plotter, id);
            exit = then(exit, Cli.DONE, "review", "accept", plotter, id, "--choose", "theirs");
        }
        return exit;
    }

    private int make(String plotter) {
        JsonNode jobs = json("job", "list", plotter).path("jobs");
        int exit = step(Cli.DONE, "job", "list", plotter);
        for (JsonNode job : jobs) {
            if (job.path("status").asText().equals("open")) {
                String id = job.path("job").asText().substring(0, 8);
                exit = then(exit, Cli.DONE, "job", "claim", id, "--in", plotter);
                return then(exit, Cli.DONE, "job", "run", id, "--in", plotter, "--port", PRINTER);
            }
        }
        return exit;
    }

    private int then(int before, int expected, String... command) {
        return before == Cli.DONE ? step(expected, command) : before;
    }

    private int step(int expected, String... command) {
        out.println();
        out.println("$ commonwright " + String.join(" ", command));
        int exit = new Cli(out, err, messages, folders, new LineProgress(out, messages)).run(List.of(command));
        if (exit != expected) {
            err.println(messages.get("demo.stopped", String.join(" ", command), exit));
            return exit == Cli.DONE ? Cli.NO : exit;
        }
        return Cli.DONE;
    }

    /// What a command says with `--json`.
    private JsonNode json(String... command) {
        var said = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of(command));
        arguments.add("--json");
        new Cli(new PrintStream(said, true, StandardCharsets.UTF_8), err, messages, folders).run(arguments);
        try {
            return new ObjectMapper().readTree(said.toString(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + String.join(" ", command), e);
        }
    }

    private void heading(String key, Object... arguments) {
        out.println();
        out.println("== " + messages.get(key, arguments));
    }
}
