package org.commonwright.record;

import java.time.InstantSource;
import java.util.Optional;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.settings.AppFolders;

/// Opens the records of repositories with this device's identity and its memory of verified signatures.
public final class DeviceRecords {
    private static final String CACHE = "verified-commits";

    private final AppFolders folders;
    private final InstantSource clock;

    public DeviceRecords(AppFolders folders, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
    }

    public RecordStore open(GitRepository repository) {
        return RecordStore.open(repository, identity(repository), clock, verified());
    }

    /// Signatures that need not be checked again; a cache.
    public VerifiedCommits verified() {
        return VerifiedCommits.in(folders.cache().resolve(CACHE));
    }

    /// The identity of this device, under the name that Git has for the person in this repository: records then go by the
    /// same name as commits. Where Git has none, the name that was kept when the key was made.
    public Identity identity(GitRepository repository) {
        String user = System.getProperty("user.name", "unknown");
        Optional<Person> configured = repository.configuredPerson();
        Identity device = Identity.open(folders, configured.orElse(new Person(user, user + "@localhost")));
        return configured.map(device::as).orElse(device);
    }
}
