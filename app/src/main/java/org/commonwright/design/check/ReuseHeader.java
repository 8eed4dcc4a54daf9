package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.git.LineDiff;

/// What is said about one file: its licences and whether it names a copyright holder. (REUSE 3.3, "Format of Licensing Information".)
///
/// @param licences SPDX expressions
record ReuseHeader(List<String> licences, boolean copyright) {
    static final ReuseHeader NOTHING = new ReuseHeader(List.of(), false);

    private static final Pattern LICENCE = Pattern.compile("SPDX-License-" + "Identifier:[ \\t]*([^\\r\\n]*)");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "SPDX-(?:File|Snippet)CopyrightText:[ \\t]*\\S|Copyright(?:[ \\t]*(?:\\([cC]\\)|©))?[ \\t]+\\S|©[ \\t]*\\S");
    private static final Pattern IGNORED = Pattern.compile("(?s)REUSE-IgnoreStart.*?(?:REUSE-IgnoreEnd|$)");
    /// Tried at the end of what is left, so that its length costs nothing.
    private static final Pattern CLOSING = Pattern.compile("(?:\\*{1,80}/|-->|\\*\\)|-}|%>|]]|\\*>|#{1,80}>)\\z");
    private static final int LONGEST_CLOSING = 90;

    ReuseHeader {
        licences = List.copyOf(licences);
    }

    /// A file with a NUL is no text in which somebody wrote a header.
    static ReuseHeader of(byte[] bytes) {
        if (LineDiff.isBinary(bytes)) {
            return NOTHING;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains("SPDX-") && !text.contains("opyright") && text.indexOf('©') < 0) {
            return NOTHING;
        }
        String read = IGNORED.matcher(text).replaceAll("");
        List<String> licences = new ArrayList<>();
        Matcher licence = LICENCE.matcher(read);
        while (licence.find()) {
            String expression = withoutClosing(licence.group(1));
            if (!expression.isEmpty()) {
                licences.add(expression);
            }
        }
        return new ReuseHeader(licences, COPYRIGHT.matcher(read).find());
    }

    /// Without what ends a comment behind it.
    private static String withoutClosing(String written) {
        String bare = withoutQuotes(written);
        Matcher closing = CLOSING.matcher(bare).region(Math.max(0, bare.length() - LONGEST_CLOSING), bare.length());
        return closing.find() ? bare.substring(0, closing.start()).strip() : bare;
    }

    private static String withoutQuotes(String text) {
        int end = text.length();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || "\"'".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    boolean isComplete() {
        return copyright && !licences.isEmpty();
    }

    ReuseHeader and(ReuseHeader other) {
        List<String> all = new ArrayList<>(licences);
        all.addAll(other.licences);
        return new ReuseHeader(all, copyright || other.copyright);
    }

    /// This, and of the other what this does not say.
    ReuseHeader or(ReuseHeader other) {
        return new ReuseHeader(licences.isEmpty() ? other.licences : licences, copyright || other.copyright);
    }
}
