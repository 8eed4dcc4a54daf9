/// What remains to buy, one basket for each supplier.
@NullMarked
package org.commonwright.bom.shop;

import org.jspecify.annotations.NullMarked;
