/// What rooms share that speak HTTP: counting what is sent, waiting while something moves.
@NullMarked
package org.commonwright.http;

import org.jspecify.annotations.NullMarked;
