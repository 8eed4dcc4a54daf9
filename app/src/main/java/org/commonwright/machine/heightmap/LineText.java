package org.commonwright.machine.heightmap;

import java.util.ArrayList;
import java.util.List;

/// A line of a program taken apart as text: its words as they are written, and its remarks.
///
/// @param remarks with their brackets or semicolon, in one text; empty for none
record LineText(List<Word> words, String remarks) {
    /// A letter, in capitals, and its number as it is written.
    record Word(char letter, String number) {
        double value() {
            return Double.parseDouble(number);
        }

        boolean is(char otherLetter, double... values) {
            if (letter == otherLetter) {
                for (double value : values) {
                    if (value == value()) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return letter + number;
        }
    }

    /// @param line one that the reader of G-code found clean
    static LineText of(String line) {
        List<Word> words = new ArrayList<>();
        var remarks = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = at + 1;
            if (c == ';') {
                end = line.length();
                remarks.append(line, at, end);
            } else if (c == '(') {
                int close = line.indexOf(')', at);
                end = close < 0 ? line.length() : close + 1;
                remarks.append(line, at, end);
            } else if (Character.isLetter(c)) {
                var number = new StringBuilder();
                while (end < line.length() && "+-.0123456789 \t".indexOf(line.charAt(end)) >= 0) {
                    number.append(line.charAt(end++));
                }
                words.add(new Word(Character.toUpperCase(c), number.toString().replaceAll("[ \t]", "")));
            }
            at = end;
        }
        return new LineText(List.copyOf(words), remarks.toString());
    }
}
