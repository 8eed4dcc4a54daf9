package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host and a desk tell by a number whether they merge alike. Whoever changes what a merge comes to raises it.
class MergeVersionTest {
    private static final Map<String, String> BASE = Map.of(
            "bom.csv", "Part,Quantity,Note\nscrew,4,M3\nrod,2,\nbelt,1,old\nnut,4,\n",
            "okh.toml",
            "title = \"Plotter\" # name\nversion = \"1\"\nkeywords = [\"pen\", \"paper\"]\n\n[licensor]\nname = \"A\"\n",
            "okh.yaml", "title: Plotter\nversion: 1\nkeywords:\n  - pen\n  - paper\n# end\n",
            "read.md", "one\ntwo\nthree\nfour\nfive\nsix\n");
    private static final Map<String, String> OURS = Map.of(
            "bom.csv", "Part,Quantity,Note\nscrew,5,M3\nbelt,1,new\nnut,4,\nspring,1,\n",
            "okh.toml",
            "title = \"Plotter A\" # name\nversion = \"2\"\nkeywords = [\"pen\", \"paper\", \"ink\"]\n\n[licensor]\nname = \"A\"\n",
            "okh.yaml", "title: Plotter A\nversion: 2\nkeywords:\n  - pen\n  - paper\n  - ink\n# end\n",
            "read.md", "one\nours\nthree\nfour\nfive\nsix, ours\n");
    private static final Map<String, String> THEIRS = Map.of(
            "bom.csv", "Quantity,Part,Note\n6,screw,M3\n3,rod,\n1,belt,old\n4,nut,DIN 934\n",
            "okh.toml",
            "title = \"Plotter\" # name\nversion = \"3\"\nkeywords = [\"paper\"]\n\n[licensor]\nname = \"B\"\n",
            "okh.yaml", "version: 3\ntitle: Plotter\nkeywords:\n  - paper\nlicensor: B\n# end\n",
            "read.md", "zero\none\ntwo\nthree\nfour\nfive\nsix, theirs\n");

    @TempDir
    private Path folder;

    @Test
    void theSameSidesMergeToTheSameBytesInThisVersion() {
        try (GitRepository repository = GitRepository.initBare(folder.resolve("r.git"))) {
            CommitId base = Repos.commit(repository, BASE);
            MergeWork work = MergeWork.plan(repository, Repos.commit(repository, OURS, base),
                    Repos.commit(repository, THEIRS, base));
            var said = new StringBuilder();
            for (Resolution choice : List.of(new Resolution.Ours(), new Resolution.Theirs())) {
                var choices = new HashMap<MergeConflict, Resolution>();
                work.conflicts().forEach(conflict -> choices.put(conflict, choice));
                CommitId merge = work.commit(choices, new CommitDraft(Repos.ADA, Repos.NOON, "merge"));
                repository.tree(merge).files().stream().sorted().forEach(path -> said.append(path.text()).append('\n')
                        .append(new String(repository.tree(merge).read(path, 10_000), StandardCharsets.UTF_8)));
            }
            assertEquals("1: b6dca3166b38", MergeWork.VERSION + ": "
                    + ContentId.of(said.toString().getBytes(StandardCharsets.UTF_8)).abbreviated(),
                    "a merge comes to other bytes than before: raise MergeWork.VERSION, then put its sum here\n"
                            + said);
        }
    }
}
