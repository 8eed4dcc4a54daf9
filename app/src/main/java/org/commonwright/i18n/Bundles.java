package org.commonwright.i18n;

import java.io.IOException;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;

/// Where the program's bundles come from. Those in French are set as French is printed, see [FrenchSpaces].
public final class Bundles {
    private Bundles() {}

    /// @param name with the package, without the language
    /// @throws java.util.MissingResourceException when there is no such bundle
    public static ResourceBundle load(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Bundles.class.getClassLoader(), new Typeset());
    }

    /// Only properties, and never the machine's own language in place of the one that was asked for.
    private static final class Typeset extends ResourceBundle.Control {
        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public Locale getFallbackLocale(String name, Locale locale) {
            return null;
        }

        @Override
        public ResourceBundle newBundle(String name, Locale locale, String format, ClassLoader loader, boolean reload)
                throws IllegalAccessException, InstantiationException, IOException {
            ResourceBundle plain = super.newBundle(name, locale, format, loader, reload);
            return plain == null || !locale.getLanguage().equals("fr") ? plain : new French(plain);
        }
    }

    private static final class French extends ListResourceBundle {
        private final ResourceBundle plain;

        French(ResourceBundle plain) {
            this.plain = plain;
        }

        @Override
        protected Object[][] getContents() {
            return plain.keySet().stream().map(key -> new Object[]{key, FrenchSpaces.in(plain.getString(key))})
                    .toArray(Object[][]::new);
        }
    }
}
