// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.SourceTree.Unreadable;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a playbook lies.
 *
 * @param tree from the folder that imports start from
 * @param path of the playbook in it
 */
public record PlaybookPlace(SourceTree tree, String path) {

    private static final Pattern NAME = Pattern.compile("^playbook:.*$", Pattern.MULTILINE);

    /**
     * Finds the folder that imports start from: the file's path less the name that stands in it. A file that cannot be
     * read, or has a wrong name, is placed in its own folder; what is wrong is said when it is checked.
     *
     * @param typed as the user typed it
     */
    public static PlaybookPlace of(Path typed) {
        return of(typed, FolderTree::new);
    }

    /** @param folders how a folder is read */
    public static PlaybookPlace of(Path typed, Function<Path, SourceTree> folders) {
        Path file = typed.normalize();
        int depth = name(file, folders).map(name -> name.split("/").length).orElse(1);
        Path whole = depth <= file.getNameCount() ? file : file.toAbsolutePath().normalize();
        int used = Math.min(depth, whole.getNameCount());
        Path inside = whole.subpath(whole.getNameCount() - used, whole.getNameCount());
        Path root = whole;
        for (int up = 0; up < used; up++) {
            root = Optional.ofNullable(root.getParent()).orElse(Path.of(""));
        }
        return new PlaybookPlace(folders.apply(root), inside.toString().replace('\\', '/'));
    }

    /** The line with the name says all that is asked here; the file is read as a whole when it is checked. */
    private static Optional<YamlNode> named(byte[] content) {
        Matcher line = NAME.matcher(new String(content, StandardCharsets.UTF_8));
        return YamlReader.read(
                "", line.find() ? line.group().getBytes(StandardCharsets.UTF_8) : content, new Problems());
    }

    private static Optional<String> name(Path file, Function<Path, SourceTree> folders) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        try {
            Optional<byte[]> bytes = folders.apply(folder).read(String.valueOf(file.getFileName()));
            return bytes.flatMap(PlaybookPlace::named)
                    .filter(YamlNode.Mapping.class::isInstance)
                    .flatMap(root -> ((YamlNode.Mapping) root).get("playbook"))
                    .filter(YamlNode.Scalar.class::isInstance)
                    .map(name -> ((YamlNode.Scalar) name).text())
                    .filter(name -> name.indexOf('\0') < 0)
                    .filter(name -> file.toAbsolutePath().normalize().endsWith(Path.of(name + ".yaml")));
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
