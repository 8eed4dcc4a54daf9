/// What leaves a design for people and for other programs: tables, pages to print, instructions, releases.
@NullMarked
package org.commonwright.publish;

import org.jspecify.annotations.NullMarked;
