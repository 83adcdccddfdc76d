// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.embedded.store.CorruptState;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is still there when the folder is opened again, and damage is said, not guessed away. */
class StateTest {
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void newFolder() {
        folder = temporary.resolve("site-a");
    }

    private EmbeddedCluster open() throws Exception {
        return EmbeddedCluster.open(folder, Seed.empty(), Clusters.quick("site-a"));
    }

    private Answer made(String name) throws Exception {
        try (EmbeddedCluster cluster = open()) {
            return Clusters.client(cluster.url())
                    .post(MAPS, Clusters.configMap(name, "1"))
                    .is(201);
        }
    }

    private Answer read(String name) throws Exception {
        try (EmbeddedCluster cluster = open()) {
            return Clusters.client(cluster.url()).get(MAPS + "/" + name);
        }
    }

    @Test
    void anAnsweredWriteSurvivesWithAllItsMetadata() throws Exception {
        Answer made = made("kept");
        assertThat(read("kept").is(200).body()).isEqualTo(made.body());
    }

    @Test
    void theClusterKeepsItsIdentity() throws Exception {
        String identity = "/api/v1/namespaces/kube-system";
        String before;
        try (EmbeddedCluster cluster = open()) {
            before = Clusters.client(cluster.url()).get(identity).is(200).uid();
        }
        try (EmbeddedCluster cluster = open()) {
            assertThat(Clusters.client(cluster.url()).get(identity).uid()).isEqualTo(before);
        }
    }

    @Test
    void aVersionIsNotUsedAgainAfterTheLastChangeWasADelete() throws Exception {
        Answer made = made("gone");
        try (EmbeddedCluster cluster = open()) {
            Clusters.client(cluster.url()).delete(MAPS + "/gone").is(200);
        }
        open().close();
        try (EmbeddedCluster cluster = open()) {
            Answer other = Clusters.client(cluster.url()).post(MAPS, Clusters.configMap("other", "1"));
            assertThat(Long.parseLong(other.resourceVersion()))
                    .isGreaterThan(Long.parseLong(made.resourceVersion()) + 1);
        }
    }

    @Test
    void aLastRecordThatWasCutOffIsLeftOut() throws Exception {
        made("kept");
        Files.writeString(log(), "1234abcd {\"version\":99,\"apiVer", StandardOpenOption.APPEND);
        read("kept").is(200);
        made("another");
        read("another").is(200);
    }

    /** It once was whole, so it is not taken for a folder that is still new, and nobody's cluster is forgotten silently. */
    @Test
    void aStateThatWasCutOffWithinItsSeedIsNamed() throws Exception {
        made("kept");
        String text = Files.readString(log());
        int afterTheHeader = text.indexOf('\n') + 1;
        for (int length : new int[] {afterTheHeader - 5, afterTheHeader, afterTheHeader + 20}) {
            Files.writeString(log(), text.substring(0, length));
            assertThatThrownBy(this::open)
                    .isInstanceOf(CorruptState.class)
                    .hasMessageContaining(log().toString())
                    .hasMessageContaining("Reset the embedded cluster");
        }
        Files.writeString(log(), text);
        read("kept").is(200);
    }

    @Test
    void aDamagedLineIsNamedWithTheRemedy() throws Exception {
        made("kept");
        String text = Files.readString(log());
        Files.writeString(log(), text.replace("\"kept\"", "\"kepp\""));
        assertThatThrownBy(this::open)
                .isInstanceOf(CorruptState.class)
                .hasMessageContaining(log().toString())
                .hasMessageContaining("does not match its checksum")
                .hasMessageContaining("Reset the embedded cluster");
    }

    @Test
    void anotherFileInPlaceOfTheStateIsNamed() throws Exception {
        Files.createDirectories(folder);
        Files.write(log(), "hello\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::open).isInstanceOf(CorruptState.class).hasMessageContaining("not the header");
    }

    @Test
    void afterAFailedOpenTheFolderIsFreeAgain() throws Exception {
        Files.createDirectories(folder);
        Files.write(log(), "hello\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::open).isInstanceOf(CorruptState.class);
        EmbeddedCluster.reset(folder);
        made("fresh");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidWithTheRemedy() throws Exception {
        Files.createFile(folder);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("choose another folder");
    }

    @Test
    void resetForgetsEverything() throws Exception {
        made("kept");
        EmbeddedCluster.reset(folder);
        read("kept").is(404);
    }

    @Test
    void aServedFolderCannotBeReset() throws Exception {
        EmbeddedCluster cluster = open();
        try (cluster) {
            assertThatThrownBy(() -> EmbeddedCluster.reset(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is being served");
        }
    }

    @Test
    void theFileStaysSmallHoweverOftenOneObjectChanges() throws Exception {
        try (EmbeddedCluster cluster = open()) {
            ApiClient client = Clusters.client(cluster.url());
            String value = "x".repeat(100_000);
            for (int i = 0; i < 60; i++) {
                client.apply("test", MAPS + "/a?force=true", Clusters.configMap("a", value + i));
            }
            assertThat(Files.size(log())).isLessThan(5_000_000);
            assertThat(client.get(MAPS + "/a").value("/data/k")).isEqualTo(value + 59);
        }
        assertThat(read("a").value("/data/k")).endsWith("59");
    }

    private Path log() {
        return folder.resolve("state.log");
    }
}
