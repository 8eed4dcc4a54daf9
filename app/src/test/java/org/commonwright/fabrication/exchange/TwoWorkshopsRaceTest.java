package org.commonwright.fabrication.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.git.GitRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two workshops, two processes, one home: again and again both want the same job at the same moment.
@Execution(ExecutionMode.CONCURRENT)
class TwoWorkshopsRaceTest {
    private static final int JOBS = Integer.getInteger("commonwright.races", 30);

    @TempDir
    Path folder;

    @Test
    void exactlyOneGetsEachJob() throws IOException {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        int left = 0;
        try (var ana = new Workshop(home, "ana"); var bo = new Workshop(home, "bo")) {
            assertEquals("ready", ana.answer());
            assertEquals("ready", bo.answer());
            for (int i = 0; i < JOBS; i++) {
                String job = String.format(Locale.ROOT, "%032x", i + 1);
                (i % 2 == 0 ? ana : bo).tell(job);
                (i % 2 == 0 ? bo : ana).tell(job);
                List<String> answers = List.of(ana.answer(), bo.answer());
                List<String> winners = answers.stream().filter(a -> a.startsWith("won 1 ")).toList();
                assertEquals(1, winners.size(), job + ": " + answers);
                String winner = winners.getFirst().substring("won 1 ".length());
                String loser = answers.stream().filter(a -> a.startsWith("lost ")).findFirst().orElseThrow();
                assertEquals("lost fabrication.claim-lost " + winner, loser);
                left += winner.equals("ana") ? 1 : 0;
            }
        }
        System.out.println(JOBS + " jobs, each won once: " + left + " by the one, " + (JOBS - left)
                + " by the other");
        try (GitRepository repository = GitRepository.open(home)) {
            assertEquals(JOBS, repository.refs().list("refs/commonwright/claim/").size());
        }
    }

    /// A workshop's process.
    private final class Workshop implements AutoCloseable {
        private final Process process;
        private final BufferedWriter to;
        private final BufferedReader from;

        Workshop(Path home, String name) throws IOException {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command = Stream.of(java, "-cp", System.getProperty("java.class.path"), "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", RacingWorkshop.class.getName(), home.toString(),
                    folder.resolve(name).toString(), name).toList();
            process = new ProcessBuilder(command).redirectError(new File(folder.toFile(), name + ".err")).start();
            to = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void tell(String job) throws IOException {
            to.write(job + "\n");
            to.flush();
        }

        String answer() throws IOException {
            String line = from.readLine();
            return line == null ? "ended" : line;
        }

        @Override
        public void close() throws IOException {
            to.close();
            process.destroy();
        }
    }
}
