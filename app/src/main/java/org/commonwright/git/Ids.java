package org.commonwright.git;

import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/// Between our names and JGit's.
final class Ids {
    private Ids() {}

    static ObjectId object(CommitId id) {
        return ObjectId.fromString(id.hex());
    }

    static CommitId commit(AnyObjectId id) {
        return new CommitId(id.name());
    }

    /// A broken author line gives nobody.
    static Person person(@Nullable PersonIdent ident) {
        return ident == null ? new Person("", "") : new Person(ident.getName(), ident.getEmailAddress());
    }
}
