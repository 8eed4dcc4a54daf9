package org.commonwright.fabrication.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.record.Identity;

/// A workshop in a process of its own: claims each job that it is told on standard input, and says how it went.
///
/// Arguments: home, folder of the local clone, name.
public final class RacingWorkshop {
    private RacingWorkshop() {}

    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (GitRepository local = GitRepository.init(Path.of(arguments[1]))) {
            var key = Identity.temporary(new Person(arguments[2], arguments[2] + "@example.org"), new SecureRandom());
            var exchange = new GitExchange(local, arguments[0], key, InstantSource.system());
            var who = new Claimant(key.agent().fingerprint(), arguments[2], "mill");
            System.out.println("ready");
            for (String job = in.readLine(); job != null; job = in.readLine()) {
                System.out.println(attempt(exchange, job, who));
            }
        }
    }

    private static String attempt(Exchange exchange, String job, Claimant who) {
        try {
            Claim claim = exchange.claim(job, who, Duration.ofHours(1));
            return "won " + claim.epoch() + " " + claim.holder().workshop();
        } catch (Fault fault) {
            return "lost " + fault.code() + " " + fault.arguments().get(1);
        }
    }
}
