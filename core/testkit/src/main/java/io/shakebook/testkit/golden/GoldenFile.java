// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that a test expects, kept in {@code src/test/resources/golden} of the test's Maven module. Run the tests with
 * {@code -Dgolden.update} to write what was printed instead of comparing it; then read the difference in git.
 */
public final class GoldenFile {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private final Path path;

    private GoldenFile(Path path) {
        this.path = path;
    }

    /** @param name file name with its extension: {@code plan-first-sync.txt} */
    public static GoldenFile named(String name) {
        return new GoldenFile(
                Path.of(System.getProperty("basedir", "")).resolve(FOLDER).resolve(name));
    }

    /** Fails unless the text is the file's, character by character. */
    public void matches(String actual) {
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual, UTF_8);
            } else if (!Files.exists(path)) {
                fail("there is no " + path + " yet; write it with -Dgolden.update. It would be:\n" + actual);
            } else {
                assertThat(actual).as(path.toString()).isEqualTo(Files.readString(path, UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
