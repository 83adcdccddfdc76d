// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One server that a test makes misbehave, with a playbook that writes one ConfigMap, and the whole program in front of it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class FaultyServer {
    static final String CONFIG = "/api/v1/namespaces/ns/configmaps/a";
    private static final String LEASE = "/apis/coordination.k8s.io/v1/namespaces/ns/leases/shakebook";

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    String shown = "";

    @BeforeEach
    final void write() throws Exception {
        Files.writeString(folder.resolve("kubeconfig"), """
                contexts: [{name: c, context: {cluster: x, user: u}}]
                users: [{name: u, user: {token: t0ps3cret}}]
                clusters: [{name: x, cluster: {server: "%s"}}]
                """.formatted(server.baseUrl()));
        Files.createDirectories(folder.resolve("inventory"));
        Files.writeString(folder.resolve("inventory/inventory.yaml"), """
                inventory: faulty
                clusters:
                  site:
                    kubeconfig: %s
                    context: c
                """.formatted(folder.resolve("kubeconfig")));
        Files.writeString(folder.resolve("p.yaml"), """
                playbook: p
                phases:
                  - name: one
                    cluster: site
                    namespace: ns
                    steps:
                      - name: config
                        within: 2s
                        configmap:
                          name: a
                          data:
                            k: new
                """);
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(failure(404, "NotFound", "not found", "")));
        server.stubFor(post(anyUrl()).atPriority(9).willReturn(okJson("{\"status\":{\"allowed\":true}}")));
        server.stubFor(get(urlPathEqualTo("/api/v1/namespaces/kube-system"))
                .willReturn(
                        okJson("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kube-system\","
                                + "\"uid\":\"u-1\"}}")));
        server.stubFor(patch(urlPathEqualTo(CONFIG))
                .withQueryParam("dryRun", equalTo("All"))
                .willReturn(okJson(object("new"))));
        server.stubFor(get(urlPathEqualTo(LEASE)) // once it is ours it cannot be read, which proves nothing against us
                .inScenario("lease")
                .whenScenarioStateIs("taken")
                .willReturn(failure(403, "Forbidden", "leases may not be read", "")));
        server.stubFor(patch(urlPathEqualTo(LEASE))
                .inScenario("lease")
                .willSetStateTo("taken")
                .willReturn(okJson("{\"apiVersion\":\"coordination.k8s.io/v1\",\"kind\":\"Lease\",\"metadata\":"
                        + "{\"name\":\"shakebook\",\"namespace\":\"ns\",\"uid\":\"u-3\",\"resourceVersion\":\"7\"}}")));
    }

    /** The write is answered so; from then on the object is there. */
    void written(ResponseDefinitionBuilder answer) {
        server.stubFor(patch(urlPathEqualTo(CONFIG))
                .withQueryParam("dryRun", absent())
                .inScenario("object")
                .willReturn(answer)
                .willSetStateTo("there"));
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(failure(404, "NotFound", "not found", "")));
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs("there")
                .willReturn(okJson(object("new"))));
    }

    int shakebook() {
        return shakebook("run", "--yes");
    }

    int shakebook(String verb, String... more) {
        Stream<String> arguments = Stream.of(
                verb,
                folder.resolve("p.yaml").toString(),
                "-i",
                folder.resolve("inventory").toString());
        Ended ended =
                Program.in(folder).run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
        shown = ended.out() + ended.err();
        return ended.exit();
    }

    void says(String... words) {
        String text = shown.replaceAll("\\s+", " ");
        for (String word : words) {
            assertThat(text).contains(word);
        }
        assertThat(text).doesNotContain("t0ps3cret", "Exception", "{\"");
    }

    /** Requests that could have changed something; but for the lock, that is taken before and given back. */
    long writes() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getMethod().getName().matches("PATCH|PUT|DELETE"))
                .filter(request -> !request.queryParameter("dryRun").isPresent())
                .filter(request -> !request.getUrl().startsWith(LEASE))
                .count();
    }

    static String object(String value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"ns\","
                + "\"uid\":\"u-2\",\"resourceVersion\":\"5\",\"labels\":{\"app.kubernetes.io/managed-by\":\"shakebook\"},"
                + "\"managedFields\":[{\"manager\":\"kubectl-edit\",\"operation\":\"Update\","
                + "\"time\":\"2026-11-22T14:02:11Z\",\"fieldsV1\":{\"f:data\":{\"f:k\":{}}}}]},\"data\":{\"k\":\""
                + value
                + "\"}}";
    }

    static ResponseDefinitionBuilder failure(int code, String reason, String message, String cause) {
        return status(code)
                .withBody("{\"kind\":\"Status\",\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\""
                        + message + "\",\"details\":{\"causes\":[" + cause + "]}}");
    }
}
