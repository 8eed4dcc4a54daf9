package org.commonwright.governance;

import org.commonwright.error.Fault;
import org.commonwright.model.AgentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.RecordView.Writer;

/// Who has the last word on a proposal: the key that signs it, which is proven, and the person that the key's own log goes by,
/// which is said.
public record Decider(AgentId agent, Person person) {
    /// Who signed an entry. The key is proven; the person is what the entry says, and must be one that the key's own log has
    /// gone by.
    ///
    /// @throws Fault `governance.other-name`
    public static Decider of(RecordView records, Entry entry, Person person) {
        Writer writer = records.writers().get(entry.author());
        if (writer == null || !writer.addresses().contains(person.email())) {
            throw new Fault("governance.other-name", person, entry.author());
        }
        return new Decider(entry.author(), person);
    }
}
