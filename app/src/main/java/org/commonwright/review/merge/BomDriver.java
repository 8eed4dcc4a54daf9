package org.commonwright.review.merge;

import java.util.List;
import org.commonwright.git.GitDrivers.Driver;

/// What Git is told about bills of materials.
public final class BomDriver {
    /// As attributes and the configuration name it.
    public static final String NAME = "commonwright-bom";
    private static final List<String> FILES = List.of("[Bb][Oo][Mm].[ct]sv", "*[-_.][Bb][Oo][Mm].[ct]sv",
            "[Bb][Oo][Mm][-_.]*.[ct]sv");

    private BomDriver() {}

    /// @param program the beginning of a command line that starts this program
    public static Driver of(String program) {
        return new Driver(NAME, "bills of materials by part and cell (Commonwright)",
                program + " bom merge --marks --path=%P %O %A %B", program + " git diff --", program + " git text --",
                FILES);
    }
}
