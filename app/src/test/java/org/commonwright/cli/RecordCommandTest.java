package org.commonwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;

class RecordCommandTest extends CliRig {
    @Test
    void verifyListAndSync() throws IOException {
        String home = folder.resolve("home.git").toString();
        GitRepository.initBare(Path.of(home)).close();
        Path design = folder.resolve("design");
        try (var repository = GitRepository.init(design)) {
            RecordStore store = RecordStore.open(repository, Identity.open(folders(), Repos.ADA), () -> Repos.NOON);
            store.append("order", JsonNodeFactory.instance.objectNode().put("part", "frame"));
            assertEquals(0, run("record", "sync", design.toString(), home));
            assertEquals(0, run("record", "verify", home, "--json"));
            assertEquals("{\"logs\":1,\"entries\":1,\"bad\":[]}", json().toString());
            assertEquals(0, run("record", "list", home, "--json"));
            assertEquals("frame", json().path("entries").path(0).path("body").path("part").asText());
            assertEquals(0, run("record", "list", home));
            assertTrue(out().contains("order"), out());
            repository.refs().update("refs/commonwright/log/forged", Optional.empty(),
                    Repos.commit(repository, Map.of("x", "y")));
        }
        assertEquals(1, run("record", "verify", design.toString(), "--json"));
        assertEquals("record.not-a-log", json().path("bad").path(0).path("code").asText());
        assertEquals(1, run("record", "verify", design.toString()));
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertEquals(2, run("record", "verify", plain.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not in a Git repository"));
    }

    @Override
    protected AppFolders folders() {
        return AppFolders.under(folder.resolve("home"));
    }
}
