/// What every command has: its context, its exit code, how it ends, what a terminal may be shown.
@NullMarked
package org.commonwright.cli.frame;

import org.jspecify.annotations.NullMarked;
