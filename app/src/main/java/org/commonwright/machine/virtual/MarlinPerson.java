package org.commonwright.machine.virtual;

import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Where Marlin waits for a person: `M0`, `M1`, `M600`, with its host prompts and their answers (`M876`, `M108`). After Marlin's
/// documents of these commands and its host actions.
final class MarlinPerson {
    private static final long LOADING_NANOS = 2_000_000_000L;
    private static final int NONE = -1;

    private final Consumer<String> say;
    private final boolean prompts;
    private List<String> choices = List.of();
    private boolean waits;
    private int answer = NONE;

    /// @param prompts whether it asks through its host, too
    MarlinPerson(Consumer<String> say, boolean prompts) {
        this.say = say;
        this.prompts = prompts;
    }

    boolean isWaiting() {
        return waits;
    }

    void reset() {
        waits = false;
        answer = NONE;
    }

    /// `M876 S1`.
    void answer(int choice) {
        if (waits && choice < choices.size()) {
            answer = choice;
        }
    }

    /// `M108`: as if the button on the machine was pressed.
    void goOn() {
        answer = waits ? choices.size() - 1 : NONE;
    }

    /// @param stands whether nothing moves
    /// @return whether the command is one of these
    boolean execute(int code, Deque<Step> steps, BooleanSupplier stands) {
        switch (code) {
            case 0, 1 -> {
                steps.add(_ -> stands.getAsBoolean());
                ask(steps, "M0/1 Break Called", "Continue");
                steps.add(_ -> tell("//action:prompt_end"));
            }
            case 600 -> {
                steps.add(_ -> stands.getAsBoolean());
                steps.add(_ -> tell("//action:paused"));
                ask(steps, "Nozzle Parked", "Continue");
                steps.add(new Wait(LOADING_NANOS));
                ask(steps, "Paused", "PurgeMore", "Continue");
                steps.add(_ -> tell("//action:prompt_end"));
                steps.add(_ -> tell("//action:resumed"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ask(Deque<Step> steps, String text, String... buttons) {
        steps.add(_ -> {
            prompt(text, buttons);
            return true;
        });
        steps.add(_ -> {
            if (answer == NONE) {
                return false;
            }
            if (buttons.length > 1 && answer == 0) {
                // More is pushed out, then it asks again.
                prompt(text, buttons);
                return false;
            }
            waits = false;
            return true;
        });
    }

    private void prompt(String text, String... buttons) {
        choices = List.of(buttons);
        answer = NONE;
        waits = true;
        tell("//action:prompt_end");
        tell("//action:prompt_begin " + text);
        for (String button : buttons) {
            tell("//action:prompt_button " + button);
        }
        tell("//action:prompt_show");
    }

    private boolean tell(String line) {
        if (prompts) {
            say.accept(line);
        }
        return true;
    }
}
