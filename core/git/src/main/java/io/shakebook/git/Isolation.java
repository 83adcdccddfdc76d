// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit away from the user's and the machine's git configuration and from the environment of git. What JGit finds
 * out about the file system's clock (which takes it 3 s) is kept in a file of ours.
 */
final class Isolation extends SystemReader.Delegate {
    private final Path measured;

    private Isolation(SystemReader usual, Path measured) {
        super(usual);
        this.measured = measured;
    }

    /** @param cache a folder of ours that may be written */
    static synchronized void install(Path cache) {
        if (!(SystemReader.getInstance() instanceof Isolation)) {
            SystemReader.setInstance(new Isolation(SystemReader.getInstance(), cache.resolve("file-clock")));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.equals("XDG_CONFIG_HOME") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new FileBasedConfig(parent, measured.toFile(), fs);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new Empty(null, FS.DETECTED);
    }

    /** There is no such file. It keeps its parent, in which JGit looks for what it has measured. */
    private static final class Empty extends FileBasedConfig {
        @SuppressWarnings("NullAway") // JGit's own way to say that there is no file
        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
