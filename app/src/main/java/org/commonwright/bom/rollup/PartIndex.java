package org.commonwright.bom.rollup;

import java.util.Arrays;
import org.commonwright.bom.PartKey;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Numbers the parts of a design in the order in which they come up, without an object for each row. A part that is counted
/// in two dimensions has two numbers, chained by [#other].
final class PartIndex {
    static final int NONE = -1;

    private int[] table = new int[1 << 12];
    private int[] hashes = new int[1 << 10];
    private String[] names = new String[1 << 10];
    private @Nullable String[] makers = new String[1 << 10];
    private Unit[] units = new Unit[1 << 10];
    private int[] others = new int[1 << 10];
    private int count;

    /// The part's first number, made with `unit` when the part is new.
    ///
    /// @param maker null for a part that is known by its name
    int find(String name, @Nullable String maker, Unit unit) {
        int hash = name.hashCode() * 31 + (maker == null ? 0 : maker.hashCode() + 1);
        hash ^= hash >>> 15;
        int mask = table.length - 1;
        for (int at = hash & mask;; at = at + 1 & mask) {
            int part = table[at] - 1;
            if (part < 0) {
                return insert(at, hash, name, maker, unit);
            }
            if (hashes[part] == hash && names[part].equals(name) && same(makers[part], maker)) {
                return part;
            }
        }
    }

    /// The same part in another dimension; [#NONE] when there is none.
    int other(int part) {
        return others[part];
    }

    int addOther(int last, Unit unit) {
        int part = append(hashes[last], names[last], makers[last], unit);
        others[last] = part;
        return part;
    }

    int count() {
        return count;
    }

    Unit unit(int part) {
        return units[part];
    }

    String name(int part) {
        return names[part];
    }

    boolean isNumbered(int part) {
        return makers[part] != null;
    }

    PartKey key(int part) {
        String maker = makers[part];
        return new PartKey(maker == null ? "" : maker, names[part], maker != null);
    }

    private int insert(int at, int hash, String name, @Nullable String maker, Unit unit) {
        int part = append(hash, name, maker, unit);
        table[at] = part + 1;
        if (count * 2 > table.length) {
            rehash();
        }
        return part;
    }

    private int append(int hash, String name, @Nullable String maker, Unit unit) {
        if (count == names.length) {
            int size = count * 2;
            hashes = Arrays.copyOf(hashes, size);
            names = Arrays.copyOf(names, size);
            makers = Arrays.copyOf(makers, size);
            units = Arrays.copyOf(units, size);
            others = Arrays.copyOf(others, size);
        }
        hashes[count] = hash;
        names[count] = name;
        makers[count] = maker;
        units[count] = unit;
        others[count] = NONE;
        return count++;
    }

    private void rehash() {
        int[] old = table;
        int[] larger = new int[old.length * 4];
        int mask = larger.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int at = hashes[entry - 1] & mask;
                while (larger[at] != 0) {
                    at = at + 1 & mask;
                }
                larger[at] = entry;
            }
        }
        table = larger;
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a == null ? b == null : a.equals(b);
    }
}
