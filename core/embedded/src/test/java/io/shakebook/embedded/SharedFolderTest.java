// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process serves a folder, the others find it; whatever way it ends, the next one takes over. */
class SharedFolderTest {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir
    private Path temporary;

    private EmbeddedCluster open() throws Exception {
        return EmbeddedCluster.open(temporary.resolve("state"), Seed.empty(), Clusters.quick("shared"));
    }

    private ServingChild child(String name) throws Exception {
        return ServingChild.start(temporary.resolve("state"), temporary.resolve(name));
    }

    @Test
    void theSecondOpenInOneProcessUsesTheFirst() throws Exception {
        try (EmbeddedCluster first = open();
                EmbeddedCluster second = open()) {
            assertThat(first.serving()).isTrue();
            assertThat(second.serving()).isFalse();
            assertThat(second.url()).isEqualTo(first.url());
        }
    }

    @Test
    void closingOneThatDoesNotServeEndsNothing() throws Exception {
        try (EmbeddedCluster first = open()) {
            open().close();
            Clusters.client(first.url()).get("/readyz").is(200);
        }
    }

    @Test
    void anotherProcessIsFoundByItsEndpoint() throws Exception {
        try (ServingChild child = child("one")) {
            assertThat(child.serves()).isTrue();
            try (EmbeddedCluster here = open()) {
                assertThat(here.serving()).isFalse();
                assertThat(here.url()).hasToString(child.url());
            }
        }
    }

    @Test
    void twoProcessesThatStartTogetherShareOneServer() throws Exception {
        try (ServingChild one = child("one");
                ServingChild other = child("other")) {
            assertThat(one.serves()).isNotEqualTo(other.serves());
            assertThat(one.url()).isEqualTo(other.url());
        }
    }

    @Test
    void afterAKillTheNextProcessServesWhatWasAnswered() throws Exception {
        ServingChild child = child("one");
        Clusters.client(java.net.URI.create(child.url()))
                .post(MAPS, Clusters.configMap("kept", "1"))
                .is(201);
        child.kill();
        try (EmbeddedCluster next = open()) {
            assertThat(next.serving()).isTrue();
            Clusters.client(next.url()).get(MAPS + "/kept").is(200);
        }
    }

    @Test
    void whenTheServingOneClosesTheNextOpenServes() throws Exception {
        EmbeddedCluster first = open();
        first.close();
        try (EmbeddedCluster next = open()) {
            assertThat(next.serving()).isTrue();
        }
    }
}
