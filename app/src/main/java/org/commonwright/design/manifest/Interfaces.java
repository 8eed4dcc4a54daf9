package org.commonwright.design.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a module offers for others to fit to, and what it needs to be fitted to.
///
/// @param provides such as `rail-mgn12 1.2`
/// @param requires such as `belt-gt2 1`
public record Interfaces(List<Fit> provides, List<Fit> requires) {
    public Interfaces {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
    }

    /// An interface by name and version. Within one first number a higher second number offers more and takes nothing away.
    ///
    /// @param major changes when what fitted before fits no more
    /// @param minor grows when something is added
    public record Fit(String name, int major, int minor) {
        private static final Pattern WRITTEN = Pattern
                .compile("([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79})\\s+v?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.\\d{1,6})?");

        /// `rail-mgn12 1.2`; empty for anything else. A third number means nothing for what fits.
        public static Optional<Fit> parse(String written) {
            Matcher fit = WRITTEN.matcher(written.strip());
            return fit.matches()
                    ? Optional.of(new Fit(fit.group(1), Integer.parseInt(fit.group(2)),
                            fit.group(3) == null ? 0 : Integer.parseInt(fit.group(3))))
                    : Optional.empty();
        }

        /// Whether what requires `other` fits to this.
        public boolean fits(Fit other) {
            return name.equals(other.name) && major == other.major && minor >= other.minor;
        }

        public String version() {
            return major + "." + minor;
        }

        @Override
        public String toString() {
            return name + " " + version();
        }
    }
}
