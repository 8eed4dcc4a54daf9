package org.commonwright.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonwright.model.Rational;

/// Rounds shares to whole parts that add up: each gets its share rounded down, and what is left goes one by one to those who
/// lost most by that. Of two who lost the same, the one named first gets it.
public final class LargestRemainder {
    private LargestRemainder() {}

    /// @param weights not negative
    /// @param total how many parts there are to give, such as 1000 for per mille
    /// @return one number for each weight, `total` in all; all 0 when every weight is 0
    public static List<Integer> apportion(List<Rational> weights, int total) {
        Rational sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
        List<Integer> parts = new ArrayList<>();
        List<Rational> lost = new ArrayList<>();
        int given = 0;
        for (Rational weight : weights) {
            Rational exact = sum.signum() == 0
                    ? Rational.ZERO
                    : weight.times(Rational.of(total)).dividedBy(sum);
            int floor = exact.floor().intValueExact();
            parts.add(floor);
            lost.add(exact.minus(Rational.of(floor)));
            given += floor;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(lost::get, Comparator.reverseOrder()));
        for (int i = 0; sum.signum() > 0 && i < total - given; i++) {
            parts.set(order.get(i), parts.get(order.get(i)) + 1);
        }
        return List.copyOf(parts);
    }
}
