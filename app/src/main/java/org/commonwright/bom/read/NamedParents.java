package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.read.LineParents.Table;

/// Lines under lines by the parent that each row names: its number (`Parent ID`), its part number (`Parent IPN`) or its name.
final class NamedParents {
    /// What a parent's column is called, and the columns that its values are looked for in; the part's name besides.
    private static final Map<String, List<String>> PARENTS = parents();

    private NamedParents() {}

    private static Map<String, List<String>> parents() {
        Map<String, List<String>> parents = new HashMap<>();
        for (String id : List.of("parentid", "parentpartid", "parentpk", "parentitemid")) {
            parents.put(id, List.of("partid", "id", "pk", "itemid", "part"));
        }
        for (String ipn : List.of("parentipn", "parentpartipn", "parentpartnumber", "parentnumber", "parentpn")) {
            parents.put(ipn, List.of("partipn", "ipn", "partnumber", "number", "pn"));
        }
        for (String name : List.of("parent", "parentname", "parentpart", "parentpartname", "parentassembly",
                "parentitem", "nexthigherassembly", "usedin", "parente", "ubergeordnet", "baugruppevon")) {
            parents.put(name, List.of());
        }
        return Map.copyOf(parents);
    }

    /// Whether a header, in short form, may say under which row a row stands.
    static boolean names(String header) {
        return PARENTS.containsKey(header);
    }

    static Optional<LineParents> of(Table table) {
        List<String> words = table.header().compact();
        Optional<LineParents> best = Optional.empty();
        long most = 0;
        for (int i = 0; i < words.size(); i++) {
            List<String> identities = PARENTS.get(words.get(i));
            if (identities == null || table.header().isSaid(i)) {
                continue;
            }
            List<IntFunction<String>> ways = new ArrayList<>();
            for (String identity : identities) {
                int at = words.indexOf(identity);
                if (at >= 0) {
                    ways.add(line -> table.cell(line, at));
                }
            }
            ways.add(table.part());
            for (IntFunction<String> way : ways) {
                int[] parents = parents(table, i, way);
                long found = Arrays.stream(parents).filter(p -> p >= 0).count();
                if (found > most) {
                    most = found;
                    best = Optional.of(new LineParents(table.header().headers().get(i), uncircled(table, i, parents),
                            false));
                }
            }
        }
        return best;
    }

    /// The row above that is called so, else the first one below.
    private static int[] parents(Table table, int column, IntFunction<String> identity) {
        int[] parents = new int[table.size()];
        Arrays.fill(parents, LineParents.TOP);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            String parent = PartKey.normalise(table.cell(i, column));
            if (!parent.isEmpty()) {
                parents[i] = last.getOrDefault(parent, LineParents.TOP);
            }
            String own = PartKey.normalise(identity.apply(i));
            if (!own.isEmpty()) {
                last.put(own, i);
            }
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = parents.length - 1; i >= 0; i--) {
            first.put(PartKey.normalise(identity.apply(i)), i);
        }
        for (int i = 0; i < parents.length; i++) {
            String parent = PartKey.normalise(table.cell(i, column));
            Integer at = parents[i] >= 0 || parent.isEmpty() ? null : first.get(parent);
            if (at != null && at != i) {
                parents[i] = at;
            }
        }
        return parents;
    }

    /// Rows that contain themselves stand at the top, and that is told.
    private static int[] uncircled(Table table, int column, int[] parents) {
        byte[] state = new byte[parents.length];
        for (int i = 0; i < parents.length; i++) {
            List<Integer> way = new ArrayList<>();
            int at = i;
            while (at >= 0 && state[at] == 0) {
                state[at] = 1;
                way.add(at);
                at = parents[at];
            }
            if (at >= 0 && state[at] == 1) {
                table.tell(at, column, "bom.parent-circle", table.part().apply(at));
                parents[at] = LineParents.TOP;
            }
            way.forEach(one -> state[one] = 2);
        }
        return parents;
    }
}
