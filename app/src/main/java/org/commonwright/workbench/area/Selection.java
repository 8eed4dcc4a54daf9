package org.commonwright.workbench.area;

/// What an area is asked to show. Each area has records of its own; [FileSelection] is common to all.
public interface Selection {}
