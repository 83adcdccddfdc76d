// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that a command loaded and where each came from, as the JVM tells: the same on a busy and on an idle machine. */
record LoadedClasses(List<Loaded> all) {
    private static final Pattern LINE = Pattern.compile(".*\\] (\\S+) source: (.*)");

    /** One class: its name, and a jar, a part of the JDK, an archive, or the class that made it up. */
    record Loaded(String name, String origin) {}

    LoadedClasses {
        all = List.copyOf(all);
    }

    /** Runs a command that must succeed. */
    static LoadedClasses of(Shakebook shakebook, Path folder, String... arguments)
            throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Ended ended = shakebook
                .with("SHAKEBOOK_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .run(arguments);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        List<Loaded> all = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                all.add(new Loaded(matcher.group(1), matcher.group(2)));
            }
        }
        return new LoadedClasses(all);
    }

    int count() {
        return all.size();
    }

    Optional<String> origin(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .map(Loaded::origin)
                .findFirst();
    }

    /** Names of those under a package. */
    Stream<String> under(String name) {
        return all.stream().map(Loaded::name).filter(one -> one.startsWith(name + "."));
    }
}
