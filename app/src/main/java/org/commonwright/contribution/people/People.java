package org.commonwright.contribution.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.contribution.pass.CommitTable;
import org.commonwright.git.Mailmap;
import org.commonwright.model.Person;

/// The people of a history by the names that `.mailmap` gives them; e-mail addresses that differ only in case are the same.
public final class People {
    private final CommitTable commits;
    private final Mailmap mailmap;
    private final Map<Person, Person> known = new HashMap<>();
    private final Map<Integer, List<Person>> authors = new HashMap<>();

    public People(CommitTable commits, Mailmap mailmap) {
        this.commits = commits;
        this.mailmap = mailmap;
    }

    /// The author and the co-authors of a commit, each once: they share its lines evenly.
    public List<Person> of(int commit) {
        return authors.computeIfAbsent(commit,
                c -> commits.row(c).people().stream().map(this::person).distinct().toList());
    }

    /// The person that somebody written so is.
    public Person person(Person written) {
        Person mapped = mailmap.apply(written);
        var key = new Person(mapped.name(), mapped.email().toLowerCase(Locale.ROOT));
        return known.computeIfAbsent(key, _ -> mapped);
    }
}
