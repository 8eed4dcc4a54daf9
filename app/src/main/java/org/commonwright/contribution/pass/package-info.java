/// The forward pass over a history: from which commit each line of each file comes.
@NullMarked
package org.commonwright.contribution.pass;

import org.jspecify.annotations.NullMarked;
