package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/// Walks commits and reads each of them once: what is wanted of its text is taken when the walk meets it, and the text let go. Parents
/// before children, in the order of [History.Order#OLDEST_FIRST].
final class OutlineWalk extends RevWalk {
    private static final byte[] CO_AUTHORED = "o-authored-by".getBytes(StandardCharsets.US_ASCII);

    private final Map<Person, Person> same = new HashMap<>();

    OutlineWalk(Repository jgit) {
        super(jgit);
        sort(RevSort.TOPO);
        sort(RevSort.REVERSE, true);
        setRevFilter(new Taking());
    }

    /// A commit with what was taken of its text.
    private static final class Met extends RevCommit {
        private static final long serialVersionUID = 1;

        private final transient CommitId name;
        private transient List<Person> people = List.of();
        private transient long when;

        Met(AnyObjectId id) {
            super(id);
            this.name = Ids.commit(id);
        }
    }

    @Override
    protected RevCommit createCommit(AnyObjectId id) {
        return new Met(id);
    }

    List<CommitOutline> read(Collection<CommitId> tips, Collection<CommitId> excluded) throws IOException {
        for (CommitId tip : tips) {
            markStart(parseCommit(Ids.object(tip)));
        }
        for (CommitId no : excluded) {
            markUninteresting(parseCommit(Ids.object(no)));
        }
        List<CommitOutline> outlines = new ArrayList<>();
        for (var commit = (Met) next(); commit != null; commit = (Met) next()) {
            outlines.add(outline(commit));
        }
        return outlines;
    }

    private static CommitOutline outline(Met commit) {
        List<CommitId> parents = new ArrayList<>(commit.getParentCount());
        for (RevCommit parent : commit.getParents()) {
            parents.add(((Met) parent).name);
        }
        return new CommitOutline(commit.name, parents, commit.people, commit.when, commit.getTree().name(),
                parents.isEmpty() ? null : commit.getParent(0).getTree().name());
    }

    private void take(Met commit) {
        PersonIdent author = commit.getAuthorIdent();
        commit.when = author == null ? 0 : author.getWhenAsInstant().getEpochSecond();
        List<Person> people = mayHaveCoAuthors(commit.getRawBuffer())
                ? History.info(commit).people()
                : List.of(Ids.person(author));
        List<Person> known = new ArrayList<>(people.size());
        for (Person person : people) {
            Person before = same.putIfAbsent(person, person);
            known.add(before == null ? person : before);
        }
        commit.people = known;
        commit.disposeBody();
    }

    /// Few commits have any, and to take a message apart costs more than all the rest.
    private static boolean mayHaveCoAuthors(byte[] text) {
        for (int at = 0; at <= text.length - CO_AUTHORED.length; at++) {
            if (text[at + 1] == '-' && hasAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAt(byte[] text, int at) {
        for (int i = 0; i < CO_AUTHORED.length; i++) {
            if ((text[at + i] | 0x20) != (CO_AUTHORED[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /// Leaves nothing out, but sees each commit while its text is there.
    private final class Taking extends RevFilter {
        @Override
        public boolean include(RevWalk walker, RevCommit commit) {
            take((Met) commit);
            return true;
        }

        @Override
        public RevFilter clone() {
            return this;
        }
    }
}
