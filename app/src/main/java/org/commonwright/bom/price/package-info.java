/// What a bill of materials says in columns of its own about prices, sellers and order numbers, as offers.
@NullMarked
package org.commonwright.bom.price;

import org.jspecify.annotations.NullMarked;
