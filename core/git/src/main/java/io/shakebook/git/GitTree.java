// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import io.shakebook.engine.source.Revision;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of one commit, straight from the object database: as they were committed, without filters, and without
 * following symbolic links or submodules.
 */
public final class GitTree implements SourceTree {
    private static final String LARGE_FILE_STORAGE = "version https://git-lfs.github.com/spec/";

    private final Repository repository;
    private final ObjectId files;
    private final String folder;
    private final Revision revision;

    /** @param folder in the commit, that paths start from; empty for all of it */
    GitTree(Repository repository, ObjectId files, String folder, Revision revision) {
        this.repository = repository;
        this.files = files;
        this.folder = folder;
        this.revision = revision;
    }

    @Override
    public String shown(String path) {
        return GitNames.shown(inside(path)) + "@" + revision.brief();
    }

    @Override
    public String revision() {
        return revision.text();
    }

    @Override
    public Optional<Revision> origin() {
        return Optional.of(revision);
    }

    @Override
    public Optional<byte[]> read(String path) throws Unreadable {
        String whole = inside(normal(path));
        try (ObjectReader reader = repository.newObjectReader()) {
            Optional<ObjectId> blob = blob(reader, whole, path);
            return blob.isEmpty() ? Optional.empty() : Optional.of(content(reader, blob.get(), path));
        } catch (MissingObjectException missing) {
            throw new Unreadable(quoted(path) + " is named by the commit, but its content is not in the repository; "
                    + "look with \"git fsck\", or fetch anew");
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable(quoted(path) + " cannot be read from the repository; look with \"git fsck\"");
        }
    }

    private Optional<ObjectId> blob(ObjectReader reader, String whole, String path) throws IOException, Unreadable {
        for (int end = whole.indexOf('/'); end > 0; end = whole.indexOf('/', end + 1)) {
            try (TreeWalk parent = TreeWalk.forPath(reader, whole.substring(0, end), files)) {
                if (parent == null) {
                    return Optional.empty();
                }
                if (!parent.getFileMode(0).equals(FileMode.TREE)) {
                    throw odd(whole.substring(0, end), parent.getFileMode(0));
                }
            }
        }
        try (TreeWalk found = TreeWalk.forPath(reader, whole, files)) {
            if (found == null) {
                return Optional.empty();
            }
            FileMode mode = found.getFileMode(0);
            if (!mode.equals(FileMode.REGULAR_FILE) && !mode.equals(FileMode.EXECUTABLE_FILE)) {
                throw odd(whole, mode);
            }
            return Optional.of(found.getObjectId(0));
        }
    }

    private Unreadable odd(String whole, FileMode mode) {
        String name = "\"" + GitNames.shown(whole) + "@" + revision.brief() + "\"";
        if (mode.equals(FileMode.SYMLINK)) {
            return new Unreadable(
                    name + " is a symbolic link, which is not followed in a commit; commit the file itself");
        }
        if (mode.equals(FileMode.GITLINK)) {
            return new Unreadable(name + " is a submodule, which is not followed; name a file of this repository");
        }
        return new Unreadable(
                name + (mode.equals(FileMode.TREE) ? " is a folder; name a file in it" : " is no regular file"));
    }

    private byte[] content(ObjectReader reader, ObjectId blob, String path) throws IOException, Unreadable {
        ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
        if (loader.getSize() > YamlReader.MOST_BYTES) {
            throw new Unreadable(YamlReader.tooLarge(shown(path), loader.getSize()));
        }
        byte[] bytes;
        try {
            bytes = loader.getCachedBytes(YamlReader.MOST_BYTES);
        } catch (LargeObjectException large) {
            throw new Unreadable(YamlReader.tooLarge(shown(path), loader.getSize()));
        }
        if (new String(bytes, 0, Math.min(bytes.length, LARGE_FILE_STORAGE.length()), StandardCharsets.ISO_8859_1)
                .equals(LARGE_FILE_STORAGE)) {
            throw new Unreadable(
                    quoted(path) + " is kept by git-lfs and only named in the commit; commit the file itself");
        }
        return bytes;
    }

    private String normal(String path) throws Unreadable {
        try {
            Path normal = Path.of(path).normalize();
            if (!normal.isAbsolute() && !normal.startsWith("..")) {
                return normal.toString().replace('\\', '/');
            }
        } catch (InvalidPathException odd) {
            // no name that a file can have here
        }
        throw new Unreadable("\"" + GitNames.shown(path) + "\" lies outside of "
                + (folder.isEmpty() ? "the repository" : "the folder \"" + GitNames.shown(folder) + "\"")
                + "; name a file inside of it");
    }

    private String inside(String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    private String quoted(String path) {
        return "\"" + shown(path) + "\"";
    }
}
