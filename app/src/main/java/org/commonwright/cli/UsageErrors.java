package org.commonwright.cli;

import java.util.List;
import java.util.stream.Collectors;
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

    String sentence(ParameterException thrown) {
        CommandLine command = thrown.getCommandLine();
        return what(thrown, command) + " " + messages.get("cli.see-help", command.getCommandSpec().qualifiedName());
    }

    private String what(ParameterException thrown, CommandLine command) {
        return switch (thrown) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case MissingParameterException missing -> messages.get("cli.missing", missing.getMissing().stream()
                    .map(UsageErrors::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> messages.get("cli.given-twice", name(twice.getOverwritten()));
            case MaxValuesExceededException _ -> messages.get("cli.too-many-values");
            default -> {
                if (thrown.getArgSpec() != null && thrown.getValue() != null) {
                    yield messages.get("cli.wrong-value", name(thrown.getArgSpec()), thrown.getValue());
                }
                yield thrown.getArgSpec() == null && !command.getSubcommands().isEmpty()
                        ? messages.get("cli.which-verb", String.join(", ", command.getSubcommands().keySet()))
                        : String.valueOf(thrown.getMessage());
            }
        };
    }

    private String unmatched(UnmatchedArgumentException unmatched, CommandLine command) {
        String first = unmatched.getUnmatched().getFirst();
        List<String> meant = unmatched.getSuggestions();
        String said = messages.get(unmatched.isUnknownOption()
                ? "cli.unknown-option"
                : command.getSubcommands().isEmpty() ? "cli.too-much" : "cli.unknown-command", first);
        return meant.isEmpty() ? said : said + " " + messages.get("cli.meant", String.join(", ", meant));
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
