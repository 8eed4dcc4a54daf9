package org.commonwright.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/// Signed tags, as `git tag -s` makes them and `git verify-tag` checks them: the signature stands behind the message.
public final class TagWriter {
    private final GitRepository repository;
    private final Repository jgit;

    TagWriter(GitRepository repository, Repository jgit) {
        this.repository = repository;
        this.jgit = jgit;
    }

    /// @param name without `refs/tags/`
    /// @throws Fault `git.bad-ref` for a name that no tag may have, `git.tag-exists` when there is such a tag
    public void write(String name, CommitId commit, Person tagger, Instant when, String message, Signer signer) {
        String ref = Constants.R_TAGS + name;
        if (!Repository.isValidRefName(ref)) {
            throw new Fault("git.bad-ref", name);
        }
        ObjectId written = GitIo.call(repository.folder(), () -> {
            var tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(ObjectId.fromString(commit.hex()), Constants.OBJ_COMMIT);
            tag.setTagger(new PersonIdent(tagger.name(), tagger.email(), when, ZoneOffset.UTC));
            // Git puts the signature on a line of its own.
            tag.setMessage(message.endsWith("\n") ? message : message + "\n");
            tag.setGpgSignature(new GpgSignature(signer.sign(tag.build()).getBytes(StandardCharsets.US_ASCII)));
            try (ObjectInserter inserter = jgit.newObjectInserter()) {
                ObjectId id = inserter.insert(tag);
                inserter.flush();
                return id;
            }
        });
        if (!repository.refs().update(ref, Optional.empty(), Ids.commit(written))) {
            throw new Fault("git.tag-exists", name);
        }
    }
}
