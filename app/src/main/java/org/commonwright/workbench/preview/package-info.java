/// Previews of text, Markdown and pictures; nothing in them is trusted.
@NullMarked
package org.commonwright.workbench.preview;

import org.jspecify.annotations.NullMarked;
