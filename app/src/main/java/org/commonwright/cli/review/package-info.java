/// `review`: forks, proposals, comments and decisions, on the engines of the rooms `review` and `governance`.
@NullMarked
package org.commonwright.cli.review;

import org.jspecify.annotations.NullMarked;
