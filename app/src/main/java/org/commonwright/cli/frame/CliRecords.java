package org.commonwright.cli.frame;

import java.time.InstantSource;
import org.commonwright.git.GitRepository;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.record.VerifiedCommits;

/// The records as the command line opens them.
public final class CliRecords {
    private CliRecords() {}

    public static RecordStore open(CliContext context, GitRepository repository) {
        return device(context).open(repository);
    }

    public static VerifiedCommits verified(CliContext context) {
        return device(context).verified();
    }

    public static Identity identity(CliContext context, GitRepository repository) {
        return device(context).identity(repository);
    }

    private static DeviceRecords device(CliContext context) {
        return new DeviceRecords(context.folders(), InstantSource.system());
    }
}
