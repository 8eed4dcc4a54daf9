/// Reports about a whole design, each answer with its evidence.
@NullMarked
package org.commonwright.publish.report;

import org.jspecify.annotations.NullMarked;
