package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words of the REUSE specification 3.3, one by one. Tags are put together here, so that this file is not taken for one that
/// has them.
class ReuseCheckTest {
    private static final String LICENCE = "SPDX-License-" + "Identifier: ";
    private static final String HOLDER = "SPDX-File" + "CopyrightText: 2026 Ada\n";

    @TempDir
    Path home;

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("design").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> found(String check) {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return DesignChecks.run(new DesignReader(workspace).read(home.resolve("design")).tree()).stream()
                    .filter(f -> f.check().equals(check))
                    .map(f -> f.problem().place() + " " + f.problem().code() + " " + f.problem().arguments()).toList();
        }
    }

    @Test
    void aRepositoryThatDoesNotFollowItIsLeftAlone() throws IOException {
        file("a.scad", "cube();");
        file("LICENSE", "CC0");
        assertEquals(List.of(), found("reuse"));
    }

    @Test
    void headersAndFilesBesideThem() throws IOException {
        file("LICENSES/CC0-1.0.txt", "x");
        file("LICENSES/MIT.txt", "x");
        file("good.scad", "// " + HOLDER + "// " + LICENCE + "CC0-1.0\n");
        file("page.html", "<!-- " + LICENCE + "CC0-1.0 -->\n<!-- Copyright © 2026 Ada -->");
        file("half.scad", "// " + LICENCE + "(CC0-1.0 OR MIT)\n");
        file("other.scad", "/* Copyright (C) 2026 Ada */\n");
        file("nothing.scad", "cube();\n// REUSE-Ignore" + "Start " + LICENCE + "GPL-9\n// REUSE-Ignore" + "End\n");
        file("part.stl", "solid");
        file("part.stl.license", HOLDER + LICENCE + "CC0-1.0\n");
        file("beside.scad", "// " + LICENCE + "Nonsense-1.0\n");
        file("beside.scad.license", HOLDER + LICENCE + "CC0-1.0\n");
        file("empty.txt", "");
        file("COPYING", "x");
        assertEquals(List.of("half.scad design.reuse-no-copyright []", "nothing.scad design.reuse-nothing []",
                "other.scad design.reuse-no-licence []"), found("reuse"));
    }

    @Test
    void annotationsNearAndFar() throws IOException {
        file("LICENSES/CC0-1.0.txt", "x");
        file("LICENSES/MIT.txt", "x");
        file("LICENSES/GPL-3.0-or-later.txt", "x");
        file("REUSE.toml", """
                version = 1
                [[annotations]]
                path = "**"
                SPDX-FileCopyrightText = "Ada"
                SPDX-License-Identifier = "CC0-1.0"
                [[annotations]]
                path = ["cad/*.scad", "odd\\\\*.txt"]
                precedence = "override"
                SPDX-FileCopyrightText = "Ada"
                SPDX-License-Identifier = "MIT"
                """);
        file("cad/REUSE.toml", """
                version = 1
                [[annotations]]
                path = "**"
                precedence = "aggregate"
                SPDX-License-Identifier = "GPL-3.0-or-later"
                """);
        file("a.txt", "nothing");
        file("cad/x.scad", "// " + LICENCE + "Unseen-1.0\n");
        file("cad/deep/y.scad", "// " + LICENCE + "Seen-1.0\n");
        file("odd*.txt", "// " + LICENCE + "Unseen-2.0\n");
        file("oddly.txt", "// " + LICENCE + "Seen-2.0\n");
        assertEquals(List.of("cad/deep/y.scad design.reuse-unknown [Seen-1.0, cad/deep/y.scad]",
                "oddly.txt design.reuse-unknown [Seen-2.0, oddly.txt]"), found("reuse"));
    }

    @Test
    void textsThatAreMissingUnknownOrUnused() throws IOException {
        file("LICENSES/MIT.txt", "x");
        file("LICENSES/cc0-1.0.txt", "x");
        file("LICENSES/LicenseRef-Ours.txt", "x");
        file("LICENSES/Apache-2.0.txt", "x");
        file("LICENSES/Classpath-exception-2.0.txt", "x");
        file("a.c", "/* " + HOLDER + LICENCE
                + "GPL-2.0 WITH Classpath-exception-2.0 AND Apache-2.0+ AND LicenseRef-Ours */");
        file("REUSE.toml", "version = 2\n");
        assertEquals(List.of("REUSE.toml design.reuse-version [2]",
                "a.c design.reuse-text-missing [GPL-2.0, a.c]",
                "LICENSES/MIT.txt design.reuse-text-unused [MIT]",
                "LICENSES/cc0-1.0.txt design.reuse-text-unknown [cc0-1.0]"), found("reuse"));
    }

    @Test
    void licencesOfModules() throws IOException {
        file("okh.toml",
                "okhv = \"2.4\"\nname = \"x\"\nversion = \"1\"\nlicense = \"GPL-3.0 AND (MIT OR LicenseRef-Ours)\"\n");
        file("LICENSE", "x");
        assertEquals(List.of("okh.toml design.licence-deprecated [GPL-3.0]"), found("licences"));
        file("okh.toml", "okhv = \"2.4\"\nname = \"x\"\nversion = \"1\"\nlicense = \"some words\"\n");
        assertEquals(List.of("okh.toml design.licence-unknown [some words]"), found("licences"));
        file("okh.toml", "okhv = \"2.4\"\nname = \"x\"\nversion = \"1\"\nlicense = \"cc0-1.0\"\n");
        assertEquals(List.of("okh.toml design.licence-spelling [cc0-1.0, CC0-1.0]"), found("licences"));
    }
}
