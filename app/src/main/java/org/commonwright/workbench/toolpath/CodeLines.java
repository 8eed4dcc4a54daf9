package org.commonwright.workbench.toolpath;

/// The lines of a program as they are shown. Only those in sight are ever made into texts.
public interface CodeLines {
    /// No lines at all.
    CodeLines NONE = new CodeLines() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public String line(int number) {
            return "";
        }
    };

    int count();

    /// A line without its end; of a very long one the beginning.
    ///
    /// @param number from 1
    String line(int number);
}
