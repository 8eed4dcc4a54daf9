package org.commonwright.machine.protocol;

import java.util.List;

/// What a machine asks a person (Marlin's host prompts, `//action:prompt_…`).
///
/// @param choices the answers it offers, in its order; empty when it only tells something
public record HostPrompt(String text, List<String> choices) {}
