// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import io.shakebook.engine.source.Revision;
import org.eclipse.jgit.revwalk.RevCommit;

/** One commit of a repository. */
public final class GitCommit {
    private final LocalRepository repository;
    private final RevCommit commit;
    private final Revision revision;

    GitCommit(LocalRepository repository, RevCommit commit, Revision revision) {
        this.repository = repository;
        this.commit = commit;
        this.revision = revision;
    }

    public Revision revision() {
        return revision;
    }

    /** @param folder that paths start from, with {@code /}; empty for all of it */
    public GitTree tree(String folder) throws GitFault {
        return repository.tree(commit, folder, revision);
    }

    /** The same without asking whether there is such a folder; a file in one that is not there is not there. */
    public GitTree below(String folder) {
        return repository.below(commit, folder, revision);
    }

    RevCommit commit() {
        return commit;
    }
}
