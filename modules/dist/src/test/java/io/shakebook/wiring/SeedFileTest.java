// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.diagnostic.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seed is a file of the inventory: what is wrong in it is said at its line, like any other mistake. */
class SeedFileTest {
    @TempDir
    Path folder;

    @Test
    void aMistakeOfItsYamlIsSaidAtItsPlace() throws Exception {
        assertThat(mistake("objects:\n  - apiVersion: v1\n   kind: Secret\n")).isEqualTo("indentation 3:4");
        assertThat(mistake("objects: 5\n")).isEqualTo("wrong-seed 1:10");
        assertThat(mistake("- a\n")).isEqualTo("wrong-seed 1:1");
    }

    @Test
    void anObjectThatTheServerRefusesIsNamedByItsLine() throws Exception {
        SourceTree tree = tree("objects:\n  - kind: Good\n  - kind: Foo\n");

        SeedFile.Wrong wrong = SeedFile.refused(tree, "seed.yaml", 1, "kind 'Foo' is not served");

        assertThat(wrong.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.summary()).isEqualTo("kind 'Foo' is not served");
            assertThat(one.at().map(Position::line)).contains(3);
        });
    }

    private String mistake(String text) throws Exception {
        SourceTree tree = tree(text);
        SeedFile.Wrong wrong = catchThrowableOfType(SeedFile.Wrong.class, () -> SeedFile.read(tree, "seed.yaml"));
        return wrong.diagnostics().stream()
                .map(one -> one.code() + " "
                        + one.at().map(at -> at.line() + ":" + at.column()).orElse("-"))
                .findFirst()
                .orElseThrow();
    }

    private SourceTree tree(String text) throws Exception {
        Files.writeString(folder.resolve("seed.yaml"), text);
        return new FolderTree(folder);
    }
}
