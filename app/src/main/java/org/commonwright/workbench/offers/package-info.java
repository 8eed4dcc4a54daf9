/// The page on which a person writes down what a supplier asks for a part.
@NullMarked
package org.commonwright.workbench.offers;

import org.jspecify.annotations.NullMarked;
