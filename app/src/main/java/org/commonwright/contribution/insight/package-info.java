/// What a history tells beside the shares: how they grew, what changes often, who knows what, and what inflates lines.
@NullMarked
package org.commonwright.contribution.insight;

import org.jspecify.annotations.NullMarked;
