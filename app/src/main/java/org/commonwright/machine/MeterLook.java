package org.commonwright.machine;

import org.commonwright.machine.health.LinkMeter;

/// A look at what was measured on a link.
@FunctionalInterface
interface MeterLook<T> {
    T at(LinkMeter meter, long now);
}
