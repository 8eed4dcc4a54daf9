package org.commonwright.design.check;

import java.util.List;

/// One sort of comparison, over a design.
interface DesignCheck {
    /// Its name in `commons.toml` and on the command line.
    String id();

    List<Found> check(CheckedDesign design);
}
