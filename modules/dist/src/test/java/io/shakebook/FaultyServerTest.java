// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in front of a server that misbehaves: exit code, words, and what was sent. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FaultyServerTest {
    private static final String CONFIG = "/api/v1/namespaces/ns/configmaps/a";
    private static final String LEASE = "/apis/coordination.k8s.io/v1/namespaces/ns/leases/shakebook";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    private String shown = "";

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("kubeconfig"), """
                contexts: [{name: c, context: {cluster: x, user: u}}]
                users: [{name: u, user: {token: t0ps3cret}}]
                clusters: [{name: x, cluster: {server: "%s"}}]
                """.formatted(SERVER.baseUrl()));
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
        SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(failure(404, "NotFound", "not found", "")));
        SERVER.stubFor(post(anyUrl()).atPriority(9).willReturn(okJson("{\"status\":{\"allowed\":true}}")));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/namespaces/kube-system"))
                .willReturn(
                        okJson("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"kube-system\","
                                + "\"uid\":\"u-1\"}}")));
        SERVER.stubFor(patch(urlPathEqualTo(CONFIG))
                .withQueryParam("dryRun", equalTo("All"))
                .willReturn(okJson(object("new"))));
        SERVER.stubFor(patch(urlPathEqualTo(LEASE))
                .willReturn(okJson("{\"apiVersion\":\"coordination.k8s.io/v1\",\"kind\":\"Lease\",\"metadata\":"
                        + "{\"name\":\"shakebook\",\"namespace\":\"ns\",\"uid\":\"u-3\",\"resourceVersion\":\"7\"}}")));
    }

    @Test
    void aServerThatIsDownIsNotWrittenTo() {
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(failure(503, "", "etcd is gone", "")));
        assertThat(shakebook()).isEqualTo(69);
        says("answer 503: etcd is gone");
        assertThat(writes()).isZero();
    }

    @Test
    void aProxyInFrontIsSaidSo() {
        SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withBody("<html>Sign in</html>")));
        assertThat(shakebook()).isEqualTo(69);
        says("is this an API server, and is nothing in between?");
        assertThat(writes()).isZero();
    }

    @Test
    void aLostAnswerToAWriteThatDidHappenIsDone() {
        written(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(shakebook()).isZero();
        says("it is already so");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aWriteThatIsForbiddenChangedNothing() {
        written(failure(403, "Forbidden", "configmaps is forbidden: User u cannot patch", ""));
        SERVER.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(failure(404, "NotFound", "not found", "")));
        assertThat(shakebook()).isEqualTo(1);
        says(
                "error[refused]: the server refuses ConfigMap ns/a",
                "cause configmaps is forbidden: User u cannot patch",
                "do ask for the permission on \"site\"");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aFieldOfSomebodyElseIsNamedInThePlanWithTheLineThatTakesIt() {
        SERVER.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(okJson(object("theirs"))));
        String cause = "{\"reason\":\"FieldManagerConflict\",\"field\":\".data.k\","
                + "\"message\":\"conflict with \\\"kubectl-edit\\\" using v1\"}";
        SERVER.stubFor(patch(urlPathEqualTo(CONFIG))
                .atPriority(1)
                .willReturn(failure(409, "Conflict", "Apply failed", cause)));
        assertThat(shakebook()).isEqualTo(6);
        says(
                "error[conflict]",
                "data.k is \"theirs\", set by \"kubectl-edit\" at 2026-11-22T14:02:11Z; this step wants \"new\"",
                "write \"take: [data.k]\" in the step \"config\"");
        assertThat(writes()).isZero();
    }

    @Test
    void aFieldThatIsTakenIsShownWithFromWhomAndWhenItWasLastChanged() throws Exception {
        SERVER.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(okJson(object("theirs"))));
        String cause = "{\"reason\":\"FieldManagerConflict\",\"field\":\".data.k\","
                + "\"message\":\"conflict with \\\"kubectl-edit\\\" using v1\"}";
        SERVER.stubFor(patch(urlPathEqualTo(CONFIG))
                .atPriority(1)
                .withQueryParam("force", equalTo("false"))
                .willReturn(failure(409, "Conflict", "Apply failed", cause)));
        Path playbook = folder.resolve("p.yaml");
        Files.writeString(
                playbook, Files.readString(playbook).replace("within: 2s", "within: 2s\n        take: [data.k]"));
        assertThat(shakebook("plan")).isZero();
        says("takes data.k from kubectl-edit, last changed 2026-11-22T14:02:11Z (take)");
        assertThat(writes()).isZero();
    }

    /** The write is answered so; from then on the object is there. */
    private static void written(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(patch(urlPathEqualTo(CONFIG))
                .withQueryParam("dryRun", absent())
                .inScenario("object")
                .willReturn(answer)
                .willSetStateTo("there"));
        SERVER.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(failure(404, "NotFound", "not found", "")));
        SERVER.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs("there")
                .willReturn(okJson(object("new"))));
    }

    private int shakebook() {
        return shakebook("run", "--yes");
    }

    private int shakebook(String verb, String... more) {
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

    private void says(String... words) {
        String text = shown.replaceAll("\\s+", " ");
        for (String word : words) {
            assertThat(text).contains(word);
        }
        assertThat(text).doesNotContain("t0ps3cret", "Exception", "{\"");
    }

    /** Requests that could have changed something; but for the lock, that is taken before and given back. */
    private static long writes() {
        return SERVER.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getMethod().getName().matches("PATCH|PUT|DELETE"))
                .filter(request -> !request.queryParameter("dryRun").isPresent())
                .filter(request -> !request.getUrl().startsWith(LEASE))
                .count();
    }

    private static String object(String value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"ns\","
                + "\"uid\":\"u-2\",\"resourceVersion\":\"5\",\"labels\":{\"app.kubernetes.io/managed-by\":\"shakebook\"},"
                + "\"managedFields\":[{\"manager\":\"kubectl-edit\",\"operation\":\"Update\","
                + "\"time\":\"2026-11-22T14:02:11Z\",\"fieldsV1\":{\"f:data\":{\"f:k\":{}}}}]},\"data\":{\"k\":\""
                + value
                + "\"}}";
    }

    private static ResponseDefinitionBuilder failure(int code, String reason, String message, String cause) {
        return status(code)
                .withBody("{\"kind\":\"Status\",\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\""
                        + message + "\",\"details\":{\"causes\":[" + cause + "]}}");
    }
}
