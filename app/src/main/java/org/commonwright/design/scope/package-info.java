/// What the designs of a workspace have in common: where a part is used, what is shared, what could be one.
@NullMarked
package org.commonwright.design.scope;

import org.jspecify.annotations.NullMarked;
