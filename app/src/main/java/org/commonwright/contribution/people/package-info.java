/// Who the authors of commits are.
@NullMarked
package org.commonwright.contribution.people;

import org.jspecify.annotations.NullMarked;
