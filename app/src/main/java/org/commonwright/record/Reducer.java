package org.commonwright.record;

/// Makes a state out of entries. It must depend on nothing but the entries it is given, in the order it is given them:
/// what an entry cites comes before it, if it is here at all. Then every replica with the same entries has the same state.
public interface Reducer<S> {
    /// The state before any entry.
    S initial();

    /// The state after one more entry. Entries of kinds that it does not know, or that make no sense where they are, leave
    /// the state as it is.
    S apply(S state, Entry entry);
}
