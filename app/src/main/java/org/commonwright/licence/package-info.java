/// Licence terms, what they answer a person for a use, and which modules may be combined. Information, not legal advice.
@NullMarked
package org.commonwright.licence;

import org.jspecify.annotations.NullMarked;
