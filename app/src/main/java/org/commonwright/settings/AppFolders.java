package org.commonwright.settings;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the program keeps its things. `COMMONWRIGHT_HOME` puts all of them under one folder; otherwise the folders are
/// those of the operating system (XDG on Linux).
///
/// @param config settings and the identity key
/// @param data journals and logs: what must survive
/// @param cache indexes that are rebuilt when deleted
/// @param workspace the person's designs
public record AppFolders(Path config, Path data, Path cache, Path workspace) {
    /// @param environment as of `System.getenv()`
    /// @param userHome as of the property `user.home`
    /// @param osName as of the property `os.name`
    public static AppFolders of(Map<String, String> environment, Path userHome, String osName) {
        String home = environment.get("COMMONWRIGHT_HOME");
        if (home != null && !home.isBlank()) {
            return under(Path.of(home));
        }
        Path workspace = userHome.resolve("Commonwright");
        if (osName.startsWith("Windows")) {
            Path roaming = path(environment.get("APPDATA"), userHome.resolve("AppData/Roaming"));
            Path local = path(environment.get("LOCALAPPDATA"), userHome.resolve("AppData/Local"));
            return new AppFolders(roaming.resolve("Commonwright"), local.resolve("Commonwright/data"),
                    local.resolve("Commonwright/cache"), workspace);
        }
        if (osName.startsWith("Mac")) {
            Path support = userHome.resolve("Library/Application Support/Commonwright");
            return new AppFolders(support.resolve("config"), support.resolve("data"),
                    userHome.resolve("Library/Caches/Commonwright"), workspace);
        }
        return new AppFolders(
                path(environment.get("XDG_CONFIG_HOME"), userHome.resolve(".config")).resolve("commonwright"),
                path(environment.get("XDG_DATA_HOME"), userHome.resolve(".local/share")).resolve("commonwright"),
                path(environment.get("XDG_CACHE_HOME"), userHome.resolve(".cache")).resolve("commonwright"), workspace);
    }

    /// All folders under one, as tests and `COMMONWRIGHT_HOME` want it.
    public static AppFolders under(Path home) {
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"),
                home.resolve("workspace"));
    }

    private static Path path(@Nullable String value, Path otherwise) {
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
