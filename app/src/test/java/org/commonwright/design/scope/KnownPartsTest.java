package org.commonwright.design.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.design.Workspace;
import org.commonwright.design.scope.KnownParts.Suggestion;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Quantity;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPartsTest {
    @Test
    void whatBeginsSoComesFirstThenWordsThenTheRest() {
        KnownParts known = KnownParts.of(List.of(part("nut M3"), part("M3 washer"), part("bolt-xM3"), part("rail")));
        assertEquals(List.of("M3 washer", "nut M3", "bolt-xM3"), values(known, "Part", "m3"));
        assertEquals(List.of("M3 washer"), known.suggest("Part", "m3", 1).stream().map(Suggestion::value).toList());
        assertEquals(List.of(), values(known, "Part", ""));
        assertEquals(List.of(), values(known, "Part", "rail"));
        assertEquals(List.of("rail"), values(known, "Part", "RAI"));
    }

    @Test
    void aPartBringsAlongWhatItsFullestRowSays() {
        KnownParts known = KnownParts.of(List.of(part("écrou"),
                BomLine.builder(2, "écrou").description("M3, zinc").number("Bossard", "1241443")
                        .quantity(Quantity.pieces(3)).attribute("Supplier", "Coop").build()));
        Suggestion nut = known.suggest("Part", "ecr", 9).getFirst();
        assertEquals("M3, zinc", nut.detail());
        assertEquals(Map.of("Part", "écrou", "Kind", "standard", "Unit", "pcs", "Description", "M3, zinc",
                "Manufacturer", "Bossard", "MPN", "1241443"), nut.others());
        assertEquals(Map.of(), known.suggest("Manufacturer", "bos", 9).getFirst().others());
        assertEquals(List.of("1241443"), values(known, "MPN", "1241"));
        assertEquals(List.of("Coop"), values(known, "~supplier", "co"));
    }

    @Test
    void readsEveryDesignOfTheWorkspaceAndLeavesOutWhatCannotBeRead(@TempDir Path folder) throws IOException {
        design(folder.resolve("lamp"), "Part,Quantity,Unit\nshade,1,pcs\ncable,0.8,m\n");
        design(folder.resolve("broken"), "\0\0");
        try (var workspace = new Workspace(folder)) {
            KnownParts known = KnownParts.read(workspace, null, Progress.NONE);
            assertEquals(List.of("shade"), values(known, "Part", "sha"));
            assertEquals("m", known.suggest("Part", "cab", 9).getFirst().others().get("Unit"));
            assertEquals(List.of("make", "module"), values(known, "Kind", "m"));
        }
    }

    private static void design(Path folder, String bom) throws IOException {
        GitRepository.init(folder).close();
        Files.writeString(folder.resolve("bom.csv"), bom);
    }

    private static BomLine part(String name) {
        return BomLine.builder(1, name).build();
    }

    private static List<String> values(KnownParts known, String column, String typed) {
        return known.suggest(column, typed, 9).stream().map(Suggestion::value).toList();
    }
}
