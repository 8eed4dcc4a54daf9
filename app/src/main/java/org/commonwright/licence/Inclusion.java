package org.commonwright.licence;

/// How one module is in another. In order of distance, so the farther of two is the larger.
public enum Inclusion {
    /// Its source is part of the design's source: the ordinary case of a module tree.
    SOURCE("source"),
    /// Beside it, joined only by an interface that the design documents (CERN-OHL-W §1.8, external material).
    EXTERNAL("external"),
    /// Bought or made elsewhere as a finished part; its source is not passed on with the design.
    BOUGHT("bought");

    private final String token;

    Inclusion(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    static Inclusion named(String token) {
        return switch (token) {
            case "external" -> EXTERNAL;
            case "bought" -> BOUGHT;
            default -> SOURCE;
        };
    }

    Inclusion farther(Inclusion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
