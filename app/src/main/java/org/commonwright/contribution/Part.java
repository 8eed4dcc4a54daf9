package org.commonwright.contribution;

import java.util.SequencedMap;
import org.commonwright.contribution.rules.LineKind;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// One contributor's part, as several numbers: never one alone, because each tells something else.
///
/// @param person as `.mailmap` has it
/// @param bot whether this is a program; shown, but owed nothing
/// @param surviving lines of theirs that are in the files now; a commit's lines are split evenly among its authors
/// @param authored lines that they brought in over the whole history, gone ones included
/// @param commits commits of theirs that brought in such lines
/// @param share their part of all surviving lines, exactly
/// @param perMille the same in thousandths; those of all contributors add up to 1000
/// @param modules surviving lines by module
/// @param kinds surviving lines by the sort of file that they are in
public record Part(Person person, boolean bot, Rational surviving, Rational authored, int commits, Rational share,
        int perMille, SequencedMap<RepoPath, Rational> modules, SequencedMap<LineKind, Rational> kinds) {}
