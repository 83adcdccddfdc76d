// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plain folder. Symbolic links are followed as long as they stay inside of it. */
public final class FolderTree implements SourceTree {
    private final Path root;
    private final Lazy<Optional<Revision>> checkedOut;

    /** One that lies in no work tree. @param root the folder; files are shown with this path in front, as the user typed it */
    public FolderTree(Path root) {
        this(root, Optional::empty);
    }

    /** @param checkedOut finds out what is checked out there; is asked once, and only if that is wanted */
    public FolderTree(Path root, Supplier<Optional<Revision>> checkedOut) {
        this.root = root;
        this.checkedOut = new Lazy<>(checkedOut);
    }

    private static final class Lazy<T> {
        private final Supplier<T> made;
        private @Nullable T value;

        Lazy(Supplier<T> made) {
            this.made = made;
        }

        synchronized T get() {
            if (value == null) {
                value = made.get();
            }
            return value;
        }
    }

    @Override
    public String shown(String path) {
        return root.toString().isEmpty() ? path : root.resolve(path).toString();
    }

    @Override
    public String revision() {
        return origin().map(Revision::text).orElse("files");
    }

    @Override
    public Optional<Revision> origin() {
        return checkedOut.get();
    }

    @Override
    public Optional<byte[]> read(String path) throws Unreadable {
        Path file = inside(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root.toAbsolutePath().toRealPath())) {
                throw new Unreadable("\"" + shown(path) + "\" is a symbolic link that leaves " + shownRoot()
                        + "; copy the file into the folder");
            }
            return Optional.of(content(path, real));
        } catch (NoSuchFileException dangling) {
            throw new Unreadable("\"" + shown(path) + "\" is a symbolic link to a file that does not exist");
        } catch (AccessDeniedException denied) {
            throw new Unreadable("\"" + shown(path) + "\" cannot be read: permission denied; check its rights");
        } catch (FileSystemLoopException loop) {
            throw new Unreadable(loops(path));
        } catch (IOException wrong) {
            boolean loop = String.valueOf(wrong.getMessage()).contains("symbolic link");
            throw new Unreadable(loop ? loops(path) : "\"" + shown(path) + "\" cannot be read: " + wrong.getMessage());
        }
    }

    private Path inside(String path) throws Unreadable {
        Path normal = path.indexOf('\0') >= 0 ? Path.of("..") : Path.of(path).normalize();
        if (normal.isAbsolute() || normal.startsWith("..")) {
            throw new Unreadable("\"" + path + "\" lies outside of " + shownRoot() + "; name a file inside of it");
        }
        return root.toAbsolutePath().resolve(normal);
    }

    private byte[] content(String path, Path real) throws IOException, Unreadable {
        if (Files.isDirectory(real)) {
            throw new Unreadable("\"" + shown(path) + "\" is a folder; name a file in it");
        }
        if (!Files.isRegularFile(real)) {
            throw new Unreadable("\"" + shown(path) + "\" is no regular file");
        }
        long size = Files.size(real);
        if (size > YamlReader.MOST_BYTES) {
            throw new Unreadable(YamlReader.tooLarge(shown(path), size));
        }
        return Files.readAllBytes(real);
    }

    private String shownRoot() {
        return root.toString().isEmpty() ? "this folder" : "the folder \"" + root + "\"";
    }

    private String loops(String path) {
        return "\"" + shown(path) + "\" is a symbolic link that leads back to itself; replace it by a file";
    }
}
