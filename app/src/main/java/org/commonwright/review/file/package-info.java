/// What a change does to one file, by what the file is: fields of a manifest, words of a text, moves of a program, pixels of a
/// picture, items of a drawing, and what can still be said of everything else.
@NullMarked
package org.commonwright.review.file;

import org.jspecify.annotations.NullMarked;
