// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.io.File;
import java.io.OutputStream;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.ProcessResult;
import org.jspecify.annotations.Nullable;

/** Files as they are, without anything that a repository could have run: filters and hooks. */
public final class NoPrograms extends FS_POSIX {

    public NoPrograms() {}

    private NoPrograms(FS other) {
        super(other);
    }

    @Override
    public FS newInstance() {
        return new NoPrograms(this);
    }

    /** Filters of {@code .gitattributes}. */
    @Override
    public ProcessBuilder runInShell(String command, String[] arguments) {
        throw new JGitInternalException("no program is run that a repository names");
    }

    @Override
    public @Nullable File findHook(Repository repository, String hook) {
        return null;
    }

    @Override
    public ProcessResult runHookIfPresent(
            @Nullable Repository repository,
            String hook,
            String[] arguments,
            OutputStream out,
            OutputStream err,
            String input) {
        return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
    }

    /** Where git itself lies, to find its configuration: not wanted. */
    @Override
    protected @Nullable File discoverGitExe() {
        return null;
    }

    @Override
    public @Nullable File getGitSystemConfig() {
        return null;
    }
}
