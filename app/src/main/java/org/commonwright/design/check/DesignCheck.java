package org.commonwright.design.check;

import java.util.List;
import org.commonwright.error.Problem;

/// One sort of comparison, over one module.
interface DesignCheck {
    /// Its name in `commons.toml` and on the command line.
    String id();

    List<Problem> check(CheckedModule module);
}
