package org.commonwright.fabrication.order;

import java.time.Instant;
import org.commonwright.licence.Use;
import org.commonwright.licence.User;

/// What somebody orders, beside what the design itself says.
///
/// @param by fingerprint of the one who orders
/// @param home URL of the repository where claims will be made
/// @param need how urgent, in the words of the community's need policy; may be empty
/// @param due a date `YYYY-MM-DD`; may be empty
/// @param feeAgreed reference of the agreement on a fee; empty when there is none
public record Ordering(String by, Instant at, String home, String need, String due, User user, Use use,
        String feeAgreed) {}
