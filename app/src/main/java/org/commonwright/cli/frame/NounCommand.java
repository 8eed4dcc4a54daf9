package org.commonwright.cli.frame;

/// A command named for a thing (`bom`, `design`, `machine`); its verbs are methods or classes with picocli's `@Command`.
public interface NounCommand {}
