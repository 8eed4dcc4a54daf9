/// How jobs move between workshops: claims that exactly one wins.
@NullMarked
package org.commonwright.fabrication.exchange;

import org.jspecify.annotations.NullMarked;
