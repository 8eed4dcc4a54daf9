package org.commonwright.governance.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.design.manifest.Commons;
import org.commonwright.governance.Circle;
import org.commonwright.governance.Stance.Word;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each rule makes of the stances of three: a agrees, x abstains, d disagrees, b blocks, - has not spoken.
class TallyTest {
    @ParameterizedTest
    @CsvSource({"consent,0,---,PASSES", "consent,0,d--,PASSES", "consent,0,aab,FAILS", "consent,1/2,a--,WAITS",
            "consent,1/2,ax-,PASSES", "consent,1,aa-,WAITS", "consent,1,--b,FAILS", "consensus,0,aa-,WAITS",
            "consensus,0,aax,PASSES", "consensus,0,aad,FAILS", "consensus,0,b--,FAILS", "consensus,0,xxx,WAITS",
            "majority,0,aad,PASSES", "majority,0,ad-,FAILS", "majority,0,axx,PASSES", "majority,0,---,WAITS",
            "majority,0,xxx,WAITS", "majority,2/3,a--,WAITS", "majority,2/3,ax-,PASSES", "majority,0,abb,FAILS",
            "maintainer,0,a--,PASSES", "maintainer,0,-d-,FAILS", "maintainer,0,ad-,PASSES", "maintainer,0,x--,WAITS",
            "maintainer,1/2,a--,WAITS"})
    void eachRuleMakesItsOwnOfTheStances(String rule, String quorum, String said, Tally.Verdict verdict) {
        var voices = new ArrayList<Voice>();
        for (int i = 0; i < said.length(); i++) {
            int at = "axdb".indexOf(said.charAt(i));
            voices.add(new Voice("member " + i, "member " + i, Optional.empty(),
                    at < 0 ? Optional.empty() : Optional.of(Word.values()[at])));
        }
        var circle = new Circle(List.of(RepoPath.ROOT), List.of("member 0", "member 1", "member 2"));
        var decision = new Commons.Decision(rule, Rational.parse(quorum).orElseThrow(), 0);
        assertEquals(verdict, Tally.of(decision, circle, voices).verdict());
    }
}
