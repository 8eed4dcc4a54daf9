package org.commonwright.model;

/// A name and an e-mail address, as a Git commit carries them.
public record Person(String name, String email) {
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
