// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit away from the user's and the machine's git configuration and from the environment of git. JGit would spend
 * 3 s to measure how exact the times of files are, and write down what it found; it is told a safe answer instead.
 */
public final class Isolation extends SystemReader.Delegate {

    private Isolation(SystemReader usual) {
        super(usual);
    }

    /** To be called before anything of JGit is used. */
    public static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof Isolation)) {
            SystemReader.setInstance(new Isolation(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.equals("XDG_CONFIG_HOME") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** Says nothing but how exact the times of files are. */
    private static final class Nothing extends FileBasedConfig {
        /** What JGit itself assumes where it cannot measure. */
        private static final Duration EXACTNESS = Duration.ofSeconds(2);

        @SuppressWarnings("NullAway") // JGit's own way to say that there is no file
        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public long getTimeUnit(String section, @Nullable String subsection, String name, long usual, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(EXACTNESS)
                    : super.getTimeUnit(section, subsection, name, usual, unit);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // nothing is kept
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
