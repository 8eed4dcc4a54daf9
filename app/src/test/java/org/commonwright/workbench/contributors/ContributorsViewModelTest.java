package org.commonwright.workbench.contributors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.contribution.Contributions;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.tasks.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributorsViewModelTest {
    private static final Person ADA = new Person("Ada", "ada@example.invalid");
    private static final Person BOT = new Person("tidy[bot]", "tidy@example.invalid");

    @TempDir
    Path folder;

    private ContributorsViewModel model;
    private OpenDesign open;

    @BeforeEach
    void aDesignByTwo() throws IOException {
        Path design = Files.createDirectories(folder.resolve("lamp/arm")).getParent();
        model = new ContributorsViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks());
        open = new OpenDesign(design, "lamp");
        try (var repository = GitRepository.init(design)) {
            commit(repository, design, ADA, Map.of("okh.toml", "name = \"Lamp\"\n", "bom.csv",
                    "Part,Kind,Quantity\narm,module,1\n", "arm/okh.toml", "name = \"Arm\"\n"));
            commit(repository, design, BOT, Map.of("arm/notes.md", "one\ntwo\nthree\n", "arm/arm.stl", "solid\n"));
        }
    }

    private static void commit(GitRepository repository, Path design, Person author, Map<String, String> files)
            throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(design.resolve(file.getKey()), file.getValue());
        }
        repository.workTree().commit("work", author, Clock.systemUTC().instant(),
                files.keySet().stream().map(RepoPath::new).toList(), Optional.empty());
    }

    private Parts parts() {
        return Objects.requireNonNull(model.parts().value());
    }

    @Test
    void eachOnesLinesAreShownForTheDesignAndForAModule() {
        model.load(open);
        Contributions all = parts().contributions();
        assertEquals(List.of("Ada", "tidy[bot]"), all.parts().stream().map(p -> p.person().name()).toList());
        assertEquals(List.of(4L, 3L), all.parts().stream().map(p -> p.surviving().floor().longValueExact()).toList());
        assertTrue(all.parts().getLast().bot());
        assertEquals(List.of(new RepoPath("arm/arm.stl")), all.uncounted());
        assertEquals(List.of("Lamp", "Arm"), parts().modules().stream().map(m -> m.name()).toList());
        model.choose(new RepoPath("arm"));
        assertEquals(4, parts().contributions().lines());
        assertEquals(750, parts().contributions().parts().getFirst().perMille());
        assertEquals("Arm", parts().module(parts().folder()));
    }

    @Test
    void aDesignWithoutACommitIsToldInASentence() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        GitRepository.init(empty).close();
        model.load(new OpenDesign(empty, "empty"));
        var failed = assertInstanceOf(Loaded.Failed.class, model.parts().state().get());
        assertEquals("contributors.no-commit", failed.fault().code());
        model.load(null);
        assertInstanceOf(Loaded.Nothing.class, model.parts().state().get());
    }
}
