package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.Bom.ColumnAt;
import org.commonwright.bom.Bom.OffersSaid;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.price.PriceHeader.Role;
import org.commonwright.bom.price.PriceHeader.Scale;

/// A column that says something about prices or sellers.
///
/// @param index from 0; -1 where the list has no columns, as a netlist
/// @param name what its cells are called among a line's attributes
/// @param written its header
/// @param said whether a person said so
record PriceColumn(int index, String name, String written, PriceHeader header, boolean said) {
    /// The columns of a table, by their headers and by what a person said.
    ///
    /// @param taken the columns, from 0, that mean something else
    static List<PriceColumn> of(List<String> headers, List<String> names, List<Integer> taken, OffersSaid said) {
        List<PriceColumn> columns = new ArrayList<>();
        Map<String, Integer> again = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            Optional<Column> word = said.columns().stream().filter(at -> at.index() == index).map(ColumnAt::column)
                    .findFirst();
            PriceHeader header = PriceHeader.of(headers.get(i));
            int times = again.merge(headers.get(i), 1, Integer::sum);
            if (header.number() == 1 && times > 1) {
                header = header.numbered(times);
            }
            if (word.isPresent()) {
                columns.add(new PriceColumn(i, names.get(i), headers.get(i), meant(header, word.get()), true));
            } else if (!taken.contains(i) && !said.without().contains(i)) {
                columns.add(new PriceColumn(i, names.get(i), headers.get(i), header, false));
            }
        }
        shopsByName(columns);
        alone(columns);
        columns.removeIf(column -> column.header.role() == Role.NONE);
        return columns;
    }

    String cell(BomLine line) {
        return line.attributes().getOrDefault(name, "");
    }

    PriceColumn as(PriceHeader other) {
        return new PriceColumn(index, name, written, other, said);
    }

    boolean is(Role role) {
        return header.role() == role;
    }

    private static PriceHeader meant(PriceHeader header, Column column) {
        return switch (column) {
            case UNIT_PRICE -> header.as(Role.PRICE).as(Scale.ONE);
            case LINE_PRICE -> header.as(Role.PRICE).as(Scale.LINE);
            case CURRENCY -> header.as(Role.CURRENCY);
            case SUPPLIER -> header.as(Role.SUPPLIER);
            case SUPPLIER_NUMBER -> header.as(Role.NUMBER);
            case LINK -> header.as(Role.LINK);
            case PACK -> header.as(Role.PACK);
            case MINIMUM -> header.as(Role.MINIMUM);
            default -> header.as(Role.NONE);
        };
    }

    /// A number that no other column has is no number of a group.
    private static void alone(List<PriceColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            PriceColumn column = columns.get(i);
            int number = column.header.number();
            boolean grouped = columns.stream().anyMatch(other -> other != column && !other.is(Role.NONE)
                    && (other.header.number() == number || other.header.number() == number - 1
                            && other.header.role() == column.header.role() && number > 2));
            boolean repeated = column.name.endsWith(" (" + number + ")");
            if (number > 1 && !grouped && !repeated) {
                columns.set(i, column.as(column.header.numbered(1)));
            }
        }
    }

    /// `price100_Vertical` goes with the column `Vertical`, which then holds that seller's numbers.
    private static void shopsByName(List<PriceColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            PriceColumn price = columns.get(i);
            String rest = price.header.rest();
            if (!price.is(Role.PRICE) || rest.length() < 3 || !price.header.shop().isEmpty()) {
                continue;
            }
            for (int j = 0; j < columns.size(); j++) {
                PriceColumn other = columns.get(j);
                if (other.is(Role.NONE) && String.join("", PriceHeader.words(other.written)).equals(rest)) {
                    columns.set(i, price.as(price.header.at(other.written)));
                    columns.set(j, other.as(other.header.as(Role.NUMBER).at(other.written)));
                }
            }
        }
    }
}
