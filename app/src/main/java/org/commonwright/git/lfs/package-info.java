/// Git LFS (https://git-lfs.github.com/spec/v1 and its batch API): the store beside a repository, and the servers and folders that
/// its contents are fetched from and brought to. Nothing here reads a configuration; nothing that a server says is trusted.
@NullMarked
package org.commonwright.git.lfs;

import org.jspecify.annotations.NullMarked;
