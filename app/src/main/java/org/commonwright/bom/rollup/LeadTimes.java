package org.commonwright.bom.rollup;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Place;

/// Works out the lead time of every module from what it waits for, the modules that use others last. A module takes as long as
/// the slowest of its parts and modules, and the days that the row which asks for it says it takes to put it together.
final class LeadTimes {
    private static final int NONE = -1;

    private final Explosion explosion;
    private final Demand needed;
    private final LineFacts facts;
    private final int[] ofPart;
    private final int[] own;
    private final int[] ofModule;
    private final int[] slowest;
    private int unknown;

    LeadTimes(Explosion explosion, Demand needed, LineFacts facts, List<RollupLine> lines) {
        this.explosion = explosion;
        this.needed = needed;
        this.facts = facts;
        this.ofPart = new int[lines.size()];
        for (int part = 0; part < ofPart.length; part++) {
            ofPart[part] = ofPart(part, lines.get(part).supply());
        }
        int modules = explosion.modules.size();
        this.own = new int[modules];
        this.ofModule = new int[modules];
        this.slowest = new int[modules];
        for (int line = 0; line < explosion.lines.length; line++) {
            int child = explosion.moduleOf(line);
            if (child >= 0) {
                own[child] = Math.max(own[child], facts.days(explosion.lines[line]));
            }
        }
        for (int m = modules - 1; m >= 0; m--) {
            module(m);
        }
    }

    private int ofPart(int part, Supply supply) {
        if (supply.toBuy().number().signum() == 0) {
            return NONE;
        }
        int longest = NONE;
        for (Purchase purchase : supply.purchases()) {
            Integer days = purchase.offer().leadTimeDays();
            longest = Math.max(longest, days == null ? NONE : days);
        }
        if (longest == NONE) {
            BomLine line = explosion.firstLine(part);
            longest = line.attributes().isEmpty() || line.kind() == LineKind.MODULE ? NONE : facts.days(line);
            unknown += longest == NONE ? 1 : 0;
        }
        return longest;
    }

    private void module(int m) {
        int longest = NONE;
        slowest[m] = NONE;
        if (needed.times(m).signum() > 0) {
            for (int line = explosion.start(m); line < explosion.start(m + 1); line++) {
                int days = days(line);
                if (days > longest) {
                    longest = days;
                    slowest[m] = line;
                }
            }
            ofModule[m] = Math.max(longest, 0) + Math.max(own[m], 0);
        } else {
            ofModule[m] = NONE;
        }
    }

    private int days(int line) {
        int part = explosion.partOf(line);
        int child = explosion.moduleOf(line);
        return part >= 0 ? ofPart[part] : child >= 0 ? ofModule[child] : NONE;
    }

    LeadTime longest() {
        List<LeadTime.Step> path = new ArrayList<>();
        int m = 0;
        while (m >= 0 && slowest[m] != NONE) {
            int line = slowest[m];
            Place place = Place.line(explosion.modules.get(m).node.bomFile(), explosion.lines[line].row());
            int child = explosion.moduleOf(line);
            String name = child < 0 ? explosion.lines[line].part() : explosion.modules.get(child).node.name();
            path.add(new LeadTime.Step(name, days(line), place));
            m = child;
        }
        return new LeadTime(Math.max(ofModule[0], 0), path, unknown);
    }
}
