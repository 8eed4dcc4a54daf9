package org.commonwright.workbench.text;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Person;

/// The program's texts as values that change when a person chooses another language. Bind a control to [#of]; what is
/// written once (a copied report) takes [#now].
public final class Texts {
    private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Messages> labels = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Formats> formats = new ReadOnlyObjectWrapper<>();

    public Texts(Locale locale) {
        speak(locale);
    }

    /// Changes the language of everything that is bound.
    public void speak(Locale locale) {
        formats.set(new Formats(locale));
        var spoken = new Messages(locale);
        labels.set(spoken.forLabels());
        messages.set(spoken);
    }

    public Locale locale() {
        return messages.get().locale();
    }

    public ReadOnlyObjectProperty<Messages> messages() {
        return messages.getReadOnlyProperty();
    }

    /// For labels that are put together by hand; see [Messages#forLabels].
    public ReadOnlyObjectProperty<Messages> labels() {
        return labels.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Formats> formats() {
        return formats.getReadOnlyProperty();
    }

    /// What somebody is called, in the language of the moment; see [Messages#called].
    public String called(Person person) {
        return messages.get().called(person);
    }

    /// The text of a key, always in the language of the moment.
    public ObservableValue<String> of(String key, Object... arguments) {
        List<Object> fixed = List.of(arguments);
        return labels.map(m -> m.get(key, fixed));
    }

    public ObservableValue<String> of(Messages.Key key) {
        return labels.map(m -> m.get(key.key(), key.arguments()));
    }

    public ObservableValue<String> of(Fault fault) {
        return labels.map(m -> m.get(fault));
    }

    /// A problem's sentence, its place in front when it has one.
    public ObservableValue<String> of(Problem problem) {
        return labels.map(m -> m.get(problem));
    }

    /// The text of a key that changes too; empty while there is none.
    public ObservableValue<String> of(ObservableValue<Messages.Key> key) {
        return labels.flatMap(m -> key.map(k -> m.get(k.key(), k.arguments()))).orElse("");
    }

    public String now(Messages.Key key) {
        return messages.get().get(key.key(), key.arguments());
    }

    public String now(String key, Object... arguments) {
        return messages.get().get(key, arguments);
    }
}
