package org.commonwright.credit;

import java.util.List;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decider;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.commonwright.record.RecordView;

/// Where effort is declared and countersigned, and parts are stated.
public final class CreditDesk {
    private final GitRepository repository;
    private final RecordStore records;

    public CreditDesk(GitRepository repository, RecordStore records) {
        this.repository = repository;
        this.records = records;
    }

    public Person person() {
        return records.identity().person();
    }

    /// By the rules of the commit that is checked out.
    public Efforts efforts() {
        return CreditReader.efforts(repository, records, head());
    }

    /// Says what one did.
    ///
    /// @param module the root for the whole design
    /// @throws Fault `credit.no-work`, `credit.bad-hours`; `contribution.no-path` for a module that is not there; what [#efforts] throws,
    ///         before anything is written
    public Entry declare(String work, Rational hours, RepoPath module, List<RepoPath> files) {
        CreditReader.gate(repository, head());
        // Nobody could confirm what was done for a module that only a slip of the keys has.
        if (!module.isRoot() && repository.tree(head()).files().stream().noneMatch(file -> file.isUnder(module))) {
            throw new Fault("contribution.no-path", module, head().abbreviated());
        }
        return records.say(Effort.KIND, new Effort(person(), work.strip(), hours, module, files).toBody());
    }

    /// Says that somebody else's effort was made as declared.
    ///
    /// @throws Fault `credit.no-effort`, `credit.own-effort`, `governance.not-a-maintainer`
    public Entry countersign(String id) {
        EffortState state = efforts().require(id);
        Efforts.check(state, new Decider(records.identity().agent(), person()),
                CreditReader.gate(repository, head()));
        return records.say(Countersignature.KIND, new Countersignature(state.id(), person()).toBody(),
                new ContentId(state.id()));
    }

    /// Signs somebody's part.
    ///
    /// @throws Fault `credit.nobody`
    public Entry state(String email, Credits credits) {
        return records.say(Statement.KIND, Statement.of(person(), email, credits).toBody());
    }

    /// A statement by the id of its entry, or the beginning of it.
    ///
    /// @throws Fault `credit.no-statement`, `credit.several-statements`; why it does not count, as [Stated#of] says
    public Entry statement(String id) {
        RecordView view = records.read();
        List<Entry> found = view.ofKind(Statement.KIND)
                .filter(entry -> !id.isEmpty() && entry.id().hex().startsWith(id)).toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? new Fault("credit.no-statement", id)
                    : new Fault("credit.several-statements", id, found.size(),
                            Candidates.of(found.stream().map(entry -> entry.id().hex()).toList()));
        }
        Stated.of(view, found.getFirst());
        return found.getFirst();
    }

    /// All statements whose signatures hold, and what was set aside.
    public Stated.All statements() {
        return Stated.of(records.read());
    }

    /// Entries of the logs that could not be read as such: statements may be among them.
    public int unread() {
        return records.read().bad().size();
    }

    private CommitId head() {
        return repository.require("HEAD");
    }
}
