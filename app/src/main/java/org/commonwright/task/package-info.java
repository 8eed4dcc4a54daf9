/// Background work with progress and cancel; runs inline in tests.
@NullMarked
package org.commonwright.task;

import org.jspecify.annotations.NullMarked;
