package org.commonwright.git;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/// What compares a stretch in which no line is rare: Myers' difference, and for a long one none at all. A mesh as text that was
/// exported anew has tens of thousands of lines of which a few come again and again; Myers takes a minute to match these, and
/// nobody learns anything by it.
final class ShortMyers extends DiffAlgorithm {
    /// Lines of the one side times lines of the other: some 4,000 by 4,000, a third of a second at worst.
    private static final long MOST = 16_000_000;

    @Override
    public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> lines, S a, S b) {
        if ((long) a.size() * b.size() <= MOST) {
            return MyersDiff.INSTANCE.diffNonCommon(lines, a, b);
        }
        var whole = new EditList(1);
        whole.add(new Edit(0, a.size(), 0, b.size()));
        return whole;
    }
}
