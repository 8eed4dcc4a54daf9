/// The area Contributors: each contributor's part of the open design, by module.
@NullMarked
package org.commonwright.workbench.contributors;

import org.jspecify.annotations.NullMarked;
