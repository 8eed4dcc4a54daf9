package org.commonwright.cli;

import java.time.InstantSource;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.record.VerifiedCommits;

/// Opens a repository's records with this device's identity.
final class CliRecords {
    private static final String CACHE = "verified-commits";

    private CliRecords() {}

    static RecordStore open(CliContext context, GitRepository repository) {
        return RecordStore.open(repository, identity(context, repository), InstantSource.system(), verified(context));
    }

    static VerifiedCommits verified(CliContext context) {
        return VerifiedCommits.in(context.folders().cache().resolve(CACHE));
    }

    /// The identity of this device; a new one takes the name that Git has for the person.
    static Identity identity(CliContext context, GitRepository repository) {
        String user = System.getProperty("user.name", "unknown");
        return Identity.open(context.folders(),
                repository.configuredPerson().orElse(new Person(user, user + "@localhost")));
    }
}
