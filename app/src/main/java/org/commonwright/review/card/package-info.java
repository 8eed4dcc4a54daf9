/// The card of consequences: what a change does to a design as a whole, in figures, and what should alarm whoever decides.
@NullMarked
package org.commonwright.review.card;

import org.jspecify.annotations.NullMarked;
