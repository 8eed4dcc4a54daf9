package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a command that does not do what was asked says so: a sentence on standard error and, where `--json` was asked for, the same
/// as one object on standard output (docs/formats/command-line.md), so that a program that reads it is never left without one.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final CliContext context;
    private final boolean asJson;

    Refusals(CliContext context, boolean asJson) {
        this.context = context;
        this.asJson = asJson;
    }

    /// What was typed is no command of ours.
    int usage(UsageErrors.Wrong wrong) {
        return say(wrong.code(), wrong.sentence(), Exit.BAD_INPUT);
    }

    int report(Exception thrown) {
        Messages messages = context.messages();
        if (thrown instanceof Fault fault) {
            LOG.debug("refused", fault);
            return say(fault.code(), messages.get(fault), fault instanceof AnswerNo ? Exit.NO : Exit.BAD_INPUT);
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return say("task.cancelled", messages.get("task.cancelled"), Exit.NO);
        }
        if (thrown.getCause() instanceof VirtualMachineError error) {
            return exhausted(error);
        }
        LOG.error("unexpected", thrown);
        String code = thrown instanceof IOException ? "task.io-failed" : "task.unexpected";
        return say(code, messages.get(code, String.valueOf(thrown.getMessage())), Exit.BAD_INPUT);
    }

    /// Input that asked for more memory or a deeper stack than there is.
    int exhausted(VirtualMachineError error) {
        LOG.error("exhausted", error);
        String code = error instanceof StackOverflowError ? "task.too-deep" : "task.out-of-memory";
        return say(code, context.messages().get(code), Exit.BAD_INPUT);
    }

    private int say(String code, String sentence, int exit) {
        context.err().println(sentence);
        if (asJson) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.putObject("error").put("code", code).put("message", sentence);
            context.json(node);
        }
        return exit;
    }
}
