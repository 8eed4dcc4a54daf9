/// Proposals as files, by mail or stick, and to remotes where one may not touch a branch.
@NullMarked
package org.commonwright.review.mail;

import org.jspecify.annotations.NullMarked;
