/// Orders, the jobs that an order of a design becomes, and the records of both.
@NullMarked
package org.commonwright.fabrication.order;

import org.jspecify.annotations.NullMarked;
