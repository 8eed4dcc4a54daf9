package org.commonwright.fabrication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.fabrication.order.Order;
import org.commonwright.fabrication.order.Ordering;
import org.commonwright.fabrication.run.JobFiles;
import org.commonwright.git.GitRepository;
import org.commonwright.git.HttpBackend;
import org.commonwright.git.Repos;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;
import org.commonwright.licence.UserKind;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an order's home does not take is told, and tried again.
class HomesTest {
    @TempDir
    private Path folder;

    private Village village;
    private JobDesk desk;
    private Path clone;
    private String ref;

    @BeforeEach
    void aHome() {
        village = new Village(folder, 1);
    }

    /// An order that is not yet at its home.
    private void order(String name) {
        desk = village.person(name);
        clone = folder.resolve(name);
        User person = User.of(UserKind.PERSON);
        Draft draft = Draft.of(desk.design("HEAD"), "", 1, person, Use.MAKE, Progress.NONE);
        Order order = Order.of(new Ordering(desk.agent(), desk.now(), desk.home(), "", "", person, Use.MAKE, ""),
                draft);
        desk.place(order);
        ref = JobFiles.ref(order.record().id());
    }

    @AfterEach
    void close() {
        village.close();
    }

    private List<String> sync() {
        return desk.sync(Progress.NONE).away().stream().map(Fault::code).toList();
    }

    private boolean isMarkedAsBrought() {
        try (GitRepository repository = GitRepository.open(clone)) {
            return repository.refs().get(ref).isPresent();
        }
    }

    @Test
    void otherFilesUnderTheOrdersNameAreTold() {
        order("ana");
        try (GitRepository home = GitRepository.open(folder.resolve("home.git"))) {
            CommitId other = Repos.commit(home, "other", Map.of("f", "other"));
            assertTrue(home.refs().update(ref, Optional.empty(), other));
            assertEquals(List.of("fabrication.bring-taken"), sync());
            assertEquals(List.of("fabrication.bring-taken"), sync());
            assertTrue(home.refs().delete(ref, other));
        }
        assertEquals(List.of(), sync());
        assertTrue(isMarkedAsBrought());
    }

    @Test
    void whatTheHomeRefusesIsTold() throws IOException {
        Repos.git(folder.resolve("home.git"), "config", "http.receivepack", "true");
        Path hook = folder.resolve("home.git/hooks/update");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ncase $1 in refs/commonwright/order/*) echo not here; exit 1;; esac\n");
        assertTrue(hook.toFile().setExecutable(true));
        try (var server = new HttpBackend(folder, false)) {
            village.homeIsAt(server.url("home.git"));
            order("bo");
            assertEquals(List.of("fabrication.bring-refused"), sync());
            assertFalse(isMarkedAsBrought());
            Files.delete(hook);
            assertEquals(List.of(), sync());
            assertTrue(isMarkedAsBrought());
        }
    }
}
