// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.shakebook.kubernetes.Faults.PATH;
import static io.shakebook.kubernetes.Faults.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.kubernetes.http.PlayedTiming;
import io.shakebook.spi.kube.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a watch ends, the collection is listed anew, and the next watch goes on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchFaultsTest {
    private static final Set<Interest> CONFIG_MAPS = Set.of(new Interest("a", Kind.CONFIG_MAP, "ns"));
    private static final String EVENT =
            "{\"type\":\"MODIFIED\",\"object\":{\"metadata\":{\"resourceVersion\":\"7\"}}}\n";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("410 for an answer", status(410).withBody(failure(410, "Expired", "too old"))),
                Arguments.of("410 in the stream", stream("{\"type\":\"ERROR\",\"object\":{\"code\":410}}\n")),
                Arguments.of(
                        "500 in the stream, as an old etcd makes it",
                        stream("{\"type\":\"ERROR\",\"object\":{\"code\":500,\"message\":\"etcd event received\"}}\n")),
                Arguments.of("an event that is cut", stream("{\"type\":\"MODIF\n")),
                Arguments.of("an event that is none", stream("[]\n{\"type\":\"ERROR\"}\n")),
                Arguments.of("a connection that is cut", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("a body that is cut", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("an empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("a page of a proxy", status(502).withBody("<html>\n</html>\n")),
                Arguments.of("403", status(403).withBody(failure(403, "Forbidden", "cannot watch"))),
                Arguments.of("429", status(429).withHeader("Retry-After", "1")),
                Arguments.of("503", status(503)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void isListedAnewAndGoesOn(String how, ResponseDefinitionBuilder end) throws Exception {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("watch", absent())
                .willReturn(
                        okJson("{\"kind\":\"ConfigMapList\",\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[]}")));
        watch("5", Scenario.STARTED, end, "over");
        watch("5", "over", stream(EVENT), "on");
        watch("7", "on", stream("").withFixedDelay(60_000), "on");
        try (KubernetesClusters clusters = Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, new PlayedTiming())) {
            clusters.awaitChange(CONFIG_MAPS, Duration.ofSeconds(20));
            while (seen().stream().filter("from 5"::equals).count() < 2) {
                Thread.onSpinWait();
            }
            assertThat(seen()).startsWith("list", "from 5", "list", "from 5").doesNotContain("other");
        }
    }

    private static void watch(String from, String state, ResponseDefinitionBuilder answer, String then) {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("watch", equalTo("true"))
                .withQueryParam("resourceVersion", equalTo(from))
                .inScenario("watch")
                .whenScenarioStateIs(state)
                .willReturn(answer)
                .willSetStateTo(then));
    }

    private static ResponseDefinitionBuilder stream(String lines) {
        return aResponse().withBody(lines);
    }

    /** Without the watch that waits, which a client that is just being closed may still begin in the next test. */
    private static List<String> seen() {
        List<String> seen = new ArrayList<>();
        SERVER.getAllServeEvents().forEach(event -> seen.add(0, shown(event.getRequest())));
        seen.removeIf("from 7"::equals);
        return seen;
    }

    private static String shown(LoggedRequest request) {
        if (!request.getMethod().getName().equals("GET")) {
            return "other";
        }
        return request.queryParameter("watch").isPresent()
                ? "from " + request.queryParameter("resourceVersion").firstValue()
                : "list";
    }
}
