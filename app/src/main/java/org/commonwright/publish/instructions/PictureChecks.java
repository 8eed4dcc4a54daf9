package org.commonwright.publish.instructions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;

/// Pictures that instructions name and that no page of them can show: those that are not in the design, and those elsewhere, which
/// are never fetched.
final class PictureChecks {
    private PictureChecks() {}

    /// @param shownAs the text's name, for places
    /// @param text where it is in `tree`
    static List<Problem> check(String shownAs, RepoPath text, FileTree tree, List<Step> steps) {
        Set<String> named = new LinkedHashSet<>();
        steps.forEach(step -> step.text().accept(new AbstractVisitor() {
            @Override
            public void visit(Image picture) {
                named.add(picture.getDestination());
            }
        }));
        List<Problem> problems = new ArrayList<>();
        for (String destination : named) {
            if (RelativePath.isUrl(destination)) {
                problems.add(Problem.note(Place.file(shownAs), "publish.picture-elsewhere", destination));
            } else if (RelativePath.resolve(text.parent(), destination).filter(tree::exists).isEmpty()) {
                problems.add(Problem.warning(Place.file(shownAs), "publish.picture-missing", destination));
            }
        }
        return problems;
    }
}
