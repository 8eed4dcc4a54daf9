package org.commonwright.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// A process that is there to be killed: it is told on its standard input which programs to run on which ports, runs them all at
/// once, each with its journal, and ends when they did.
final class KilledChild {
    private KilledChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path journals = Path.of(arguments[0]);
        var machines = new Machines();
        var runs = new JournaledRun(journals, InstantSource.system());
        // What the run needs is loaded before the go, so that the moments of the kill fall into the run.
        Program.of("warm", "G0X0\n");
        System.out.println("ready");
        System.out.flush();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<Thread> threads = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("go"); line = in.readLine()) {
            String[] parts = line.split(" ", 2);
            threads.add(Thread.ofPlatform().start(() -> run(machines, runs, parts[0], Path.of(parts[1]))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void run(Machines machines, JournaledRun runs, String port, Path program) {
        try (Session session = machines.connect(Port.parse(port), "to be killed")) {
            runs.run(session, Program.read(program), "", JournaledRun.BeforeFirstByte.NOTHING, Progress.NONE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
