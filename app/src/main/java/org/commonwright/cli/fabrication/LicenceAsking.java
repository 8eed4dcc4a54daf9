package org.commonwright.cli.fabrication;

import org.commonwright.licence.Grant;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import picocli.CommandLine.Option;

/// The options that say who asks a licence, and for what.
final class LicenceAsking {
    @Option(names = "--as", defaultValue = "person", description = "person, worker-cooperative, cooperative, non-profit, public-body or firm")
    private String kind = "person";

    @Option(names = "--use", defaultValue = "make", description = "study, modify, make (not commercially) or sell (commercially)")
    private String use = "make";

    @Option(names = "--contributor", description = "the user contributes to the design")
    private boolean contributor;

    @Option(names = "--grant", defaultValue = "none", description = "none, contributor, voted, expired or breached")
    private String grant = "none";

    User user() {
        return new User(UserKind.parse(kind), contributor, Grant.parse(grant));
    }

    Use use() {
        return Use.parse(use);
    }
}
