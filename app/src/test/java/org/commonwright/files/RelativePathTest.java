package org.commonwright.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

class RelativePathTest {
    private static RepoPath path(String text) {
        return new RepoPath(text);
    }

    @Test
    void aFileIsNamedFromAFolderAsPeopleWriteIt() {
        assertEquals("export/a.stl", RelativePath.from(path("arm"), path("arm/export/a.stl")));
        assertEquals("../a.stl", RelativePath.from(path("arm/bom"), path("arm/a.stl")));
        assertEquals("a.stl", RelativePath.from(RepoPath.ROOT, path("a.stl")));
        assertEquals("../arm", RelativePath.from(path("arm"), path("arm")), "a file that is called as the folder");
    }

    @Test
    void aFolderIsNamedFromAFolderAsPeopleWriteIt() {
        assertEquals("hand", RelativePath.toFolder(path("arm"), path("arm/hand")));
        assertEquals("../leg", RelativePath.toFolder(path("arm"), path("leg")));
        assertEquals("..", RelativePath.toFolder(path("arm/bom"), path("arm")));
        assertEquals(".", RelativePath.toFolder(path("arm"), path("arm")));
        assertEquals("..", RelativePath.toFolder(path("arm"), RepoPath.ROOT));
        assertEquals(".", RelativePath.toFolder(RepoPath.ROOT, RepoPath.ROOT));
    }

    @Test
    void whatIsWrittenLeadsBackToWhatWasMeant() {
        var random = new Random(20_261_129);
        for (int i = 0; i < 2_000; i++) {
            RepoPath folder = some(random, random.nextInt(4));
            RepoPath file = some(random, 1 + random.nextInt(4));
            String way = folder + " to " + file;
            assertEquals(Optional.of(file), RelativePath.resolve(folder, RelativePath.from(folder, file)), way);
            assertEquals(Optional.of(file), RelativePath.resolve(folder, RelativePath.toFolder(folder, file)), way);
        }
    }

    /// Few names, so that paths often share their beginnings.
    private static RepoPath some(Random random, int parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(i == 0 ? "" : "/").append("ab".charAt(random.nextInt(2)));
        }
        return path(text.toString());
    }
}
