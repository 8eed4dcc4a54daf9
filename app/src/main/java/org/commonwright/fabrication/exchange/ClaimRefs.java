package org.commonwright.fabrication.exchange;

import java.util.Map;
import java.util.TreeMap;
import org.commonwright.model.CommitId;

/// Names of claims' refs: `refs/commonwright/claim/<job>/<epoch>`.
final class ClaimRefs {
    static final String PREFIX = "refs/commonwright/claim/";

    private ClaimRefs() {}

    static String of(String job) {
        return PREFIX + job + "/";
    }

    static String of(String job, int epoch) {
        return of(job) + epoch;
    }

    /// Epochs without gaps, from 1, and where their refs point. A ref beyond a gap or with another name is nobody's claim.
    static TreeMap<Integer, CommitId> epochs(String job, Map<String, CommitId> refs) {
        var epochs = new TreeMap<Integer, CommitId>();
        CommitId next = refs.get(of(job, 1));
        while (next != null) {
            epochs.put(epochs.size() + 1, next);
            next = refs.get(of(job, epochs.size() + 1));
        }
        return epochs;
    }
}
