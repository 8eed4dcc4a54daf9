/// What a person says of a machine that it cannot say itself: its name, what it draws, what it prints with, where its camera is.
@NullMarked
package org.commonwright.machine.card;

import org.jspecify.annotations.NullMarked;
