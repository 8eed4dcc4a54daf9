package org.commonwright.cli.frame;

import org.commonwright.error.Fault;

/// A fault that is an answer, not bad input: a licence that does not allow it, a claim that somebody else won. The command ends
/// with [Exit#NO].
public final class AnswerNo extends Fault {
    private static final long serialVersionUID = 1L;

    public AnswerNo(Fault fault) {
        super(fault, fault.code(), fault.arguments().toArray());
    }
}
