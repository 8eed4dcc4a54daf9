/// `contributors`: everybody's part, on the engines of the rooms `contribution` and `credit`.
@NullMarked
package org.commonwright.cli.contributors;

import org.jspecify.annotations.NullMarked;
