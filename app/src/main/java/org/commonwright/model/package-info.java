/// Values that every room speaks. Imports nothing of ours.
@NullMarked
package org.commonwright.model;

import org.jspecify.annotations.NullMarked;
