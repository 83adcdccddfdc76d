// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the playbooks in folders. */
final class PlaybookFolder {
    private static final int DEEPEST = 8;
    private final Path here;

    /** @param here what typed paths are relative to */
    PlaybookFolder(Path here) {
        this.here = here;
    }

    /**
     * A file is itself, whether it is a playbook or not; a folder is the playbooks below it, by name.
     *
     * @throws LocalFault if a folder cannot be read
     */
    List<String> files(List<String> typed) throws LocalFault {
        List<String> files = new ArrayList<>();
        for (String one : typed) {
            Path path = here.resolve(one);
            if (!Files.isDirectory(path)) {
                files.add(one);
            } else {
                below(path)
                        .forEach(file -> files.add(
                                Path.of(one).resolve(path.relativize(file)).toString()));
            }
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> below(Path folder) throws LocalFault {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .filter(PlaybookFolder::playbook)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new LocalFault("the folder " + folder + " cannot be read", "name the playbooks one by one");
        }
    }

    private static boolean playbook(Path file) {
        try {
            boolean small = Files.size(file) <= YamlReader.MOST_BYTES;
            return small
                    && YamlReader.read(file.toString(), Files.readAllBytes(file), new Problems())
                            .filter(YamlNode.Mapping.class::isInstance)
                            .flatMap(root -> ((YamlNode.Mapping) root).get("playbook"))
                            .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
