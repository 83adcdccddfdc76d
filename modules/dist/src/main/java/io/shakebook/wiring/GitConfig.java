// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.source.Demands;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user's machine demands of every revision, and what it has for asking other machines.
 *
 * @param signers the list of those who may sign
 * @param credentials tokens by host
 * @param authorities certificates to trust beside those of Java
 */
record GitConfig(Demands require, Optional<Path> signers, Optional<Path> credentials, Optional<Path> authorities) {
    static final GitConfig NONE = new GitConfig(Demands.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    private static final String REQUIRE = "require";
    private static final String SIGNERS = "signers";
    private static final String CREDENTIALS = "credentials";
    private static final String AUTHORITIES = "authorities";

    GitConfig {
        requireNonNull(require, "require");
        requireNonNull(signers, "signers");
        requireNonNull(credentials, "credentials");
        requireNonNull(authorities, "authorities");
    }

    /** @param home what {@code ~} is */
    static GitConfig parse(Mapping section, Path home, Problems problems) {
        KeyReader keys = new KeyReader(section, "git", problems);
        keys.only(List.of(REQUIRE, SIGNERS, CREDENTIALS, AUTHORITIES));
        return new GitConfig(
                require(keys.texts(REQUIRE), problems),
                file(SIGNERS, keys, home, problems),
                file(CREDENTIALS, keys, home, problems),
                file(AUTHORITIES, keys, home, problems));
    }

    private static Demands require(List<Scalar> words, Problems problems) {
        Demands all = Demands.NONE;
        for (Scalar word : words) {
            try {
                all = all.and(Demands.of(List.of(word.text())));
            } catch (Demands.Unknown e) {
                problems.error(
                        "unknown-demand",
                        String.valueOf(e.getMessage()),
                        word.at(),
                        "write \"require: [clean, signed, branch=main]\"");
            }
        }
        return all;
    }

    private static Optional<Path> file(String key, KeyReader keys, Path home, Problems problems) {
        Optional<Scalar> said = keys.text(key);
        said.filter(one -> !one.text().startsWith("/") && !one.text().startsWith("~/"))
                .ifPresent(one -> problems.error(
                        "relative-path",
                        "\"" + one.text() + "\" would be another file in each folder",
                        one.at(),
                        "write a path that starts with / or ~/"));
        return said.map(Scalar::text)
                .map(text -> text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text));
    }
}
