// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Finds a commit in a repository, and sees that all of its files are there. */
final class Whole {
    private Whole() {}

    /**
     * @param tip a commit or a tag
     * @param steps back from it
     * @return empty if there are not so many commits before it
     * @throws IncorrectObjectTypeException if it is no commit
     * @throws IOException if the commit, or anything of it, is missing or broken
     */
    static Optional<ObjectId> commit(Repository repository, String tip, String steps) throws IOException {
        try {
            repository.open(ObjectId.fromString(tip));
            Optional<ObjectId> commit = Optional.ofNullable(repository.resolve(tip + steps + "^{commit}"));
            if (commit.isPresent()) {
                check(repository, commit.get());
            }
            return commit;
        } catch (AmbiguousObjectException impossible) {
            throw new IOException(impossible);
        }
    }

    private static void check(Repository repository, ObjectId commit) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader);
                TreeWalk files = new TreeWalk(reader)) {
            RevCommit parsed = walk.parseCommit(commit);
            files.addTree(parsed.getTree());
            files.setRecursive(true);
            while (files.next()) {
                if (files.getFileMode(0) != FileMode.GITLINK && !reader.has(files.getObjectId(0))) {
                    throw new MissingObjectException(files.getObjectId(0), "file");
                }
            }
        }
    }

    /** Whether a commit is among those before another; only as far as the repository goes. */
    static boolean descends(Repository repository, ObjectId from, ObjectId ancestor) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(from));
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                if (commit.equals(ancestor)) {
                    return true;
                }
            }
            return false;
        }
    }
}
