// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlaybookPlaceTest {
    private static final Path TYPED = Path.of("src/test/resources/site/playbooks/copy/start.yaml");

    @Test
    void theFolderOfImportsIsThePathLessTheName() throws Exception {
        PlaybookPlace place = PlaybookPlace.of(TYPED);

        assertThat(place.path()).isEqualTo("copy/start.yaml");
        assertThat(place.tree().shown(place.path())).isEqualTo(TYPED.toString());
        assertThat(place.tree().read("copy/link.yaml")).isPresent();
    }

    @Test
    void anAbsolutePathIsFoundToo() throws Exception {
        PlaybookPlace place = PlaybookPlace.of(TYPED.toAbsolutePath());

        assertThat(place.path()).isEqualTo("copy/start.yaml");
        assertThat(place.tree().read("copy/link.yaml")).isPresent();
    }

    @Test
    void whatCannotBeReadIsPlacedInItsOwnFolder() {
        PlaybookPlace place = PlaybookPlace.of(Path.of("nowhere/x.yaml"));

        assertThat(place.path()).isEqualTo("x.yaml");
        assertThat(place.tree().shown(place.path())).isEqualTo("nowhere/x.yaml");
    }
}
