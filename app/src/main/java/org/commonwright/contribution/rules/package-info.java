/// Which files count in a contributor's part, and which do not.
@NullMarked
package org.commonwright.contribution.rules;

import org.jspecify.annotations.NullMarked;
