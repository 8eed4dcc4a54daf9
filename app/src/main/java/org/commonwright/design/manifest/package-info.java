/// The files that say what a design is: `okh.toml`, `commons.toml`, `commons.lock`.
@NullMarked
package org.commonwright.design.manifest;

import org.jspecify.annotations.NullMarked;
