package org.commonwright.contribution.insight;

import java.util.HashMap;
import java.util.Map;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.model.RepoPath;

/// Which files of any commit a question is about. The rules of the commit that was asked for hold for its whole past.
final class Scope {
    private final Question question;
    private final CountingRules rules;
    private final Map<RepoPath, Boolean> known = new HashMap<>();
    private final Map<RepoPath, RepoPath> owners = new HashMap<>();

    Scope(Question question, CountingRules rules) {
        this.question = question;
        this.rules = rules;
    }

    boolean holds(RepoPath file) {
        return known.computeIfAbsent(file, f -> f.isUnder(question.folder()) && rules.counts(f));
    }

    /// The module that the file belongs to, by the modules that there are now.
    RepoPath module(RepoPath file) {
        return owners.computeIfAbsent(file, question.moduleOf());
    }
}
