// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Most users of a namespace may not read what tells their cluster from another one. */
class UnknownIdentityTest extends FaultyServer {

    @BeforeEach
    void plan() {
        server.stubFor(get(urlPathEqualTo("/api/v1/namespaces/kube-system"))
                .willReturn(failure(403, "Forbidden", "namespaces \\\"kube-system\\\" is forbidden", "")));
        written(okJson(object("new")));
        assertThat(shakebook("plan", "--out", folder.resolve("my.plan").toString()))
                .as(shown)
                .isZero();
    }

    @Test
    void aPlanIsNotAppliedThroughAContextThatLeadsElsewhereByNow() throws Exception {
        Path kubeconfig = folder.resolve("kubeconfig");
        String elsewhere = "http://127.0.0.1:" + server.getPort();
        Files.writeString(kubeconfig, Files.readString(kubeconfig).replace(server.baseUrl(), elsewhere));
        server.resetRequests();
        assertThat(apply()).isEqualTo(65);
        says(
                "error[another-cluster]: \"site\" (context c at " + elsewhere
                        + ") leads elsewhere than the plan, which was"
                        + " made for context c at " + server.baseUrl() + "; whether it is the same cluster cannot be"
                        + " told",
                "make the plan again, or correct the kubeconfig");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void whatOnlyTheUrlTellsIsSaid() {
        assertThat(apply()).as(shown).isZero();
        says("whether \"site\" is the cluster that the plan was made for cannot be told but by its URL");
        assertThat(writes()).isEqualTo(1);
    }

    private int apply() {
        Ended ended = Program.in(folder).run("apply", folder.resolve("my.plan").toString(), "--yes");
        shown = ended.out() + ended.err();
        return ended.exit();
    }
}
