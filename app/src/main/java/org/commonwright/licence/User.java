package org.commonwright.licence;

/// The one who asks.
///
/// @param contributor whether they contribute to the design, as its community counts it
public record User(UserKind kind, boolean contributor, Grant grant) {
    public static User of(UserKind kind) {
        return new User(kind, false, Grant.NONE);
    }

    public static User contributor(UserKind kind) {
        return new User(kind, true, Grant.NONE);
    }
}
