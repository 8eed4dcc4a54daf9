package org.commonwright.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a person can be told: bad input, a busy port, a lost race. Carries a code, which is also the key of its text
/// (`bom.no-header` is in `bom.properties`), and that text's arguments. Programming errors stay plain Java exceptions.
///
/// One sentence says what is wrong, where, and what to do. Of a text that is an argument it holds what [Quoted] shows.
public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    public Fault(String code, Object... arguments) {
        this(null, code, arguments);
    }

    public Fault(@Nullable Throwable cause, String code, Object... arguments) {
        super(code + " " + Quoted.all(arguments), cause);
        this.code = code;
        this.arguments = Quoted.all(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
