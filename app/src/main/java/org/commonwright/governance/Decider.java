package org.commonwright.governance;

import org.commonwright.model.AgentId;
import org.commonwright.model.Person;

/// Who has the last word on a proposal: the key that signs it, which is proven, and the person that the key's own log goes by,
/// which is said.
public record Decider(AgentId agent, Person person) {}
