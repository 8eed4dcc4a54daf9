package org.commonwright.machine.marlin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Quoted;
import org.commonwright.machine.protocol.CardProgress;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.HostPrompt;
import org.commonwright.machine.protocol.PrinterState;

/// What Marlin tells of itself besides places and temperatures: prompts and notices (`//action:`, Marlin's host actions), that it
/// waits for a person (`busy: paused for user`), how far it is with a file of its card (`M27`).
final class MarlinPrinter {
    private static final int TEXT = 200;
    /// `M876` takes one digit.
    private static final int CHOICES = 10;
    private static final Pattern CARD = Pattern.compile("(?:echo: ?)?SD printing byte ([0-9]{1,15})/([0-9]{1,15})");

    private final ConversationEvents events;
    private final List<String> choices = new ArrayList<>();
    private String text = "";
    private PrinterState state = PrinterState.NOTHING;
    private boolean paused;
    private boolean opened;

    MarlinPrinter(ConversationEvents events) {
        this.events = events;
    }

    PrinterState state() {
        return state;
    }

    /// Whether it prints a file of its card, or is paused in one.
    boolean printsFromCard() {
        return state.card() != null;
    }

    /// Whether it opened a file of its card since this was last asked.
    boolean hasOpened() {
        boolean news = opened;
        opened = false;
        return news;
    }

    boolean isPaused() {
        return paused;
    }

    /// A line that is no `ok`.
    void heard(String line) {
        Matcher card = CARD.matcher(line);
        if (line.startsWith("//action:")) {
            action(line.substring(9).strip());
        } else if (line.contains("busy: paused for ")) {
            to(state.waiting(true));
        } else if (line.contains("busy: ")) {
            to(state.waiting(false));
        } else if (card.matches()) {
            to(state.printing(
                    new CardProgress(Long.parseLong(card.group(1)), Long.parseLong(card.group(2)), paused)));
        } else if (line.startsWith("Not SD printing") && !paused || line.startsWith("Done printing file")) {
            paused = false;
            to(state.printing(null));
        } else if (line.startsWith("File opened:")) {
            opened = true;
        } else if (line.equals("start")) {
            paused = false;
            to(PrinterState.NOTHING);
        }
    }

    /// It answered a line, so it waits for nobody any more.
    void answered() {
        to(state.waiting(false));
    }

    /// An operator's line leaves.
    void sent(String line) {
        if (line.startsWith("M876")) {
            to(state.asking(null));
        } else if (line.equals("M24") || line.equals("M25")) {
            paused = line.equals("M25");
            CardProgress card = state.card();
            to(state.printing(card == null
                    ? paused ? null : new CardProgress(0, 0, false)
                    : new CardProgress(card.done(), card.size(), paused)));
        } else if (line.equals("M524")) {
            paused = false;
            to(state.printing(null));
        }
    }

    private void action(String action) {
        int space = action.indexOf(' ');
        String name = space < 0 ? action : action.substring(0, space);
        String rest = space < 0 ? "" : action.substring(space + 1).strip();
        String words = Quoted.seen(rest.length() > TEXT ? rest.substring(0, TEXT) : rest, "");
        switch (name) {
            case "prompt_begin" -> {
                text = words;
                choices.clear();
            }
            case "prompt_choice", "prompt_button" -> {
                if (choices.size() < CHOICES) {
                    choices.add(words);
                }
            }
            case "prompt_show" -> to(state.asking(new HostPrompt(text, List.copyOf(choices))));
            case "prompt_end" -> to(state.asking(null));
            case "notification" -> to(state.telling(words));
            default -> {
                // What the host is to do is the conversation's; what is unknown is read in the console.
            }
        }
    }

    private void to(PrinterState now) {
        if (!now.equals(state)) {
            state = now;
            events.printer(now);
        }
    }
}
