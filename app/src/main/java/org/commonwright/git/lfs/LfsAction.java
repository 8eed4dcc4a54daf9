package org.commonwright.git.lfs;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a content is to be fetched from or brought to, as a server says.
///
/// @param expires after this the server has to be asked again; null for never
record LfsAction(URI href, Map<String, String> headers, @Nullable Instant expires) {
    boolean isGoodAt(Instant now) {
        return expires == null || now.isBefore(expires);
    }
}
