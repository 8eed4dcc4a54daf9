package org.commonwright.licence;

/// What a licence answers: free, against a fee, or no. In order of strictness, so the stricter of two is the larger.
public enum Answer {
    FREE("free"), FEE("fee"), NO("no");

    private final String token;

    Answer(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }
}
