/// The page on which a person sees what a commit takes, and makes it.
@NullMarked
package org.commonwright.workbench.commit;

import org.jspecify.annotations.NullMarked;
