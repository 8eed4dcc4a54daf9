/// Manifests that are missing or say too little, as they could be written: what the repository shows, and what only people know.
@NullMarked
package org.commonwright.design.draft;

import org.jspecify.annotations.NullMarked;
