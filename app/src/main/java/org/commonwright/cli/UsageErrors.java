package org.commonwright.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.commonwright.error.Quoted;
import org.commonwright.i18n.Messages;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with how a command was typed, in the person's language, and where its help is.
final class UsageErrors {
    private final Messages messages;

    UsageErrors(Messages messages) {
        this.messages = messages;
    }

    /// @param code the key of what is wrong, the same in every language
    record Wrong(String code, String sentence) {}

    Wrong wrong(ParameterException thrown) {
        CommandLine command = thrown.getCommandLine();
        Wrong what = what(thrown, command);
        return new Wrong(what.code(),
                what.sentence() + " " + messages.get("cli.see-help", command.getCommandSpec().qualifiedName()));
    }

    private Wrong what(ParameterException thrown, CommandLine command) {
        return switch (thrown) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case MissingParameterException missing -> said("cli.missing", missing.getMissing().stream()
                    .map(UsageErrors::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> said("cli.given-twice", name(twice.getOverwritten()));
            case MaxValuesExceededException _ -> said("cli.too-many-values");
            default -> {
                if (thrown.getArgSpec() != null && thrown.getValue() != null) {
                    yield said("cli.wrong-value", name(thrown.getArgSpec()), Quoted.of(thrown.getValue()));
                }
                yield thrown.getArgSpec() == null && !command.getSubcommands().isEmpty()
                        ? said("cli.which-verb", String.join(", ", command.getSubcommands().keySet()))
                        : new Wrong("cli.usage", Quoted.of(String.valueOf(thrown.getMessage())));
            }
        };
    }

    private Wrong unmatched(UnmatchedArgumentException unmatched, CommandLine command) {
        List<String> meant = unmatched.getSuggestions();
        Wrong said = said(unmatched.isUnknownOption()
                ? "cli.unknown-option"
                : command.getSubcommands().isEmpty() ? "cli.too-much" : "cli.unknown-command",
                Quoted.of(unmatched.getUnmatched().getFirst()));
        return meant.isEmpty()
                ? said
                : new Wrong(said.code(),
                        said.sentence() + " " + messages.get("cli.meant", String.join(", ", meant)));
    }

    private Wrong said(String code, Object... arguments) {
        return new Wrong(code, messages.get(code, arguments));
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
