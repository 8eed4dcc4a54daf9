package org.commonwright.git;

/// Another repository that this one knows by name.
public record Remote(String name, String url) {}
