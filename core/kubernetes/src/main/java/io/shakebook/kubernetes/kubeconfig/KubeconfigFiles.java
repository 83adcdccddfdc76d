// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that count: the one the inventory names, or else those of KUBECONFIG, or else the user's own. */
final class KubeconfigFiles {

    private KubeconfigFiles() {}

    /** At least one, all there. @throws Unusable if none is */
    static List<Path> of(Optional<String> named, Surroundings surroundings) throws Unusable {
        List<Path> wanted = named.map(path -> List.of(path(path, surroundings))).orElseGet(() -> usual(surroundings));
        // as kubectl does: of a list, files that are missing are passed over
        List<Path> there = wanted.stream().filter(Files::isRegularFile).collect(Collectors.toList());
        if (there.isEmpty()) {
            throw new Unusable("there is no kubeconfig at "
                    + wanted.stream().map(Path::toString).collect(Collectors.joining(" or ")));
        }
        return there;
    }

    private static List<Path> usual(Surroundings surroundings) {
        List<Path> listed = Stream.of(surroundings
                        .environment()
                        .getOrDefault("KUBECONFIG", "")
                        .split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .collect(Collectors.toList());
        return listed.isEmpty() ? List.of(surroundings.home().resolve(".kube").resolve("config")) : listed;
    }

    private static Path path(String written, Surroundings surroundings) {
        return written.startsWith("~/")
                ? surroundings.home().resolve(written.substring(2))
                : surroundings.folder().resolve(written).normalize();
    }
}
