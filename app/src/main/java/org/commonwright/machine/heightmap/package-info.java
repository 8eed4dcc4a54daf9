/// How uneven a surface is: probed point by point, kept in a file, and taken into a program that mills it.
@NullMarked
package org.commonwright.machine.heightmap;

import org.jspecify.annotations.NullMarked;
