package org.commonwright.git;

import java.util.Arrays;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/// Stands on one entry after another of a folder as Git keeps it: the mode in octal digits, a space, the name, a zero, the
/// id. Stands behind the last one when [#ended].
final class TreeCursor {
    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;
    private static final int SUBMODULE = 0160000;
    private static final int MAY_RUN = 0111;
    private static final int ID = 20;

    private final byte[] folder;
    private final @Nullable AnyObjectId id;
    private int mode;
    private int name;
    /// Where the zero behind the name is.
    private int end;
    private boolean ended;

    /// @param id the folder's, which a fault names
    /// @throws CorruptObjectException here and by [#next] when the folder is damaged
    TreeCursor(byte[] folder, @Nullable AnyObjectId id) throws CorruptObjectException {
        this.folder = folder;
        this.id = id;
        read(0);
    }

    boolean ended() {
        return ended;
    }

    void next() throws CorruptObjectException {
        read(end + 1 + ID);
    }

    private void read(int from) throws CorruptObjectException {
        int length = folder.length;
        if (from == length) {
            ended = true;
            return;
        }
        int at = from;
        mode = 0;
        for (; at < length && folder[at] != ' '; at++) {
            mode = (mode << 3) + folder[at] - '0';
        }
        name = ++at;
        while (at < length && folder[at] != 0) {
            at++;
        }
        end = at;
        if (end + ID >= length) {
            throw new CorruptObjectException(String.valueOf(id) + " is no folder");
        }
    }

    /// In the order of Git's folders, where a folder's name ends with a slash.
    int compareTo(TreeCursor other) {
        int mine = end - name;
        int theirs = other.end - other.name;
        int common = Math.min(mine, theirs);
        int differ = Arrays.mismatch(folder, name, name + common, other.folder, other.name, other.name + common);
        int at = differ < 0 ? common : differ;
        return at(at) - other.at(at);
    }

    private int at(int i) {
        return name + i < end ? folder[name + i] & 0xff : isFolder() ? '/' : 0;
    }

    boolean isFolder() {
        return (mode & TYPE) == FOLDER;
    }

    boolean sameId(TreeCursor other) {
        return Arrays.equals(folder, end + 1, end + 1 + ID, other.folder, other.end + 1, other.end + 1 + ID);
    }

    boolean sameMode(TreeCursor other) {
        return mode == other.mode;
    }

    /// Whether both are files, or both links, or both submodules.
    boolean sameType(TreeCursor other) {
        return (mode & TYPE) == (other.mode & TYPE);
    }

    ObjectId id() {
        return ObjectId.fromRaw(folder, end + 1);
    }

    Version.Kind kind() {
        return switch (mode & TYPE) {
            case LINK -> Version.Kind.LINK;
            case SUBMODULE -> Version.Kind.SUBMODULE;
            default -> (mode & MAY_RUN) == 0 ? Version.Kind.FILE : Version.Kind.EXECUTABLE;
        };
    }

    /// The name's, in bytes.
    int length() {
        return end - name;
    }

    /// The name behind what it lies in.
    byte[] path(byte[] above) {
        byte[] path = Arrays.copyOf(above, above.length + end - name + (isFolder() ? 1 : 0));
        System.arraycopy(folder, name, path, above.length, end - name);
        if (isFolder()) {
            path[path.length - 1] = '/';
        }
        return path;
    }
}
