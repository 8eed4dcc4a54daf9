/// Everything a person can do, once: menus, buttons, the palette and shortcuts are fed from here.
@NullMarked
package org.commonwright.workbench.action;

import org.jspecify.annotations.NullMarked;
