/// What is there and what money is worth: stock with its lots, and dated exchange rates.
@NullMarked
package org.commonwright.bom.supply;

import org.jspecify.annotations.NullMarked;
