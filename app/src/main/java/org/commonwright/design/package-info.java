/// Designs as they are in Git: the module tree, to any depth and over repositories, the roles of files, findings.
@NullMarked
package org.commonwright.design;

import org.jspecify.annotations.NullMarked;
