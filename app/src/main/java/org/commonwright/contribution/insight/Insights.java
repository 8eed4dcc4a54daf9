package org.commonwright.contribution.insight;

import java.util.List;
import org.commonwright.contribution.Contributions;

/// What a history tells about who made a design, beside the shares themselves.
///
/// @param contributions the shares
/// @param months how they grew; only months in which something changed
/// @param modules who knows each
/// @param files the one that was changed most often first
public record Insights(Contributions contributions, List<MonthShares> months, List<Knowledge> modules,
        List<FileHeat> files) {}
