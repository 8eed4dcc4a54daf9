package org.commonwright.git;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/// Keeps the folders that were read last: what one commit is compared with is mostly what the comparison before ended at. For one
/// thread.
final class TreeCache extends ObjectReader.Filter {
    private static final int MOST_BYTES = 4 << 20;

    private final ObjectReader reader;
    private final Map<ObjectId, ObjectLoader> trees = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    TreeCache(ObjectReader reader) {
        this.reader = reader;
    }

    @Override
    protected ObjectReader delegate() {
        return reader;
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        if (type != Constants.OBJ_TREE) {
            return reader.open(id, type);
        }
        ObjectLoader known = trees.get(id);
        if (known == null) {
            known = reader.open(id, type);
            if (!known.isLarge()) {
                keep(id.copy(), known);
            }
        }
        return known;
    }

    private void keep(ObjectId id, ObjectLoader tree) {
        trees.put(id, tree);
        bytes += tree.getSize();
        var oldest = trees.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().getSize();
            oldest.remove();
        }
    }
}
