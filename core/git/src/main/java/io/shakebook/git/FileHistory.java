// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What a file was at a commit and before it, as far as the repository goes and a little walk leads. */
public final class FileHistory {
    private static final int COMMITS = 1_000;
    private static final int VERSIONS = 100;
    private static final int LARGEST = 1 << 20;

    private FileHistory() {}

    /** @param commit the newest that was seen to have these bytes */
    public record Version(String commit, byte[] bytes) {}

    /**
     * Each version once, the newest first.
     *
     * @param repository the folder of git itself
     * @param path in the repository, with {@code /}
     * @param known a commit that is not looked at, nor are those before it
     */
    public static List<Version> of(Path repository, String commit, String path, Optional<String> known)
            throws IOException {
        try (Repository opened = new FileRepositoryBuilder()
                        .setFS(new NoPrograms())
                        .setGitDir(repository.toFile())
                        .setMustExist(true)
                        .build();
                RevWalk walk = new RevWalk(opened)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
            if (known.isPresent() && opened.getObjectDatabase().has(ObjectId.fromString(known.get()))) {
                walk.markUninteresting(walk.parseCommit(ObjectId.fromString(known.get())));
            }
            return versions(walk, path);
        }
    }

    private static List<Version> versions(RevWalk walk, String path) throws IOException {
        List<Version> versions = new ArrayList<>();
        Set<ObjectId> seen = new HashSet<>();
        RevCommit commit = walk.next();
        for (int left = COMMITS; commit != null && left > 0 && seen.size() < VERSIONS; left--) {
            Optional<ObjectId> file = file(walk.getObjectReader(), commit, path);
            if (file.isPresent() && seen.add(file.get())) {
                add(walk.getObjectReader(), commit, file.get(), versions);
            }
            commit = walk.next();
        }
        return versions;
    }

    private static Optional<ObjectId> file(ObjectReader reader, RevCommit commit, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, commit.getTree())) {
            return found != null && (found.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    ? Optional.of(found.getObjectId(0))
                    : Optional.empty();
        } catch (MissingObjectException cutOff) {
            return Optional.empty();
        }
    }

    private static void add(ObjectReader reader, RevCommit commit, ObjectId file, List<Version> versions)
            throws IOException {
        try {
            versions.add(new Version(commit.name(), reader.open(file).getCachedBytes(LARGEST)));
        } catch (MissingObjectException | LargeObjectException unreadable) {
            // a file of this size is no inventory, and one that is not there says nothing
        }
    }
}
