/// Where the program keeps its things, and what a person set.
@NullMarked
package org.commonwright.settings;

import org.jspecify.annotations.NullMarked;
