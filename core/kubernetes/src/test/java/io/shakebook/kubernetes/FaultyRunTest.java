// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.shakebook.kubernetes.Faults.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.kubernetes.http.PlayedTiming;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a run ends that meets a fault at its only write: its outcome (hence the exit code), its words, what was sent. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultyRunTest {
    private static final ResponseDefinitionBuilder LOST = aResponse().withFault(Fault.EMPTY_RESPONSE);
    private static final ResponseDefinitionBuilder MISSING =
            status(404).withBody(failure(404, "NotFound", "not found"));
    private static final ResponseDefinitionBuilder DARK = status(503).withBody(failure(503, "", "etcd is gone"));
    private static final String REFUSES = "the server refuses ConfigMap ns/a";
    private static final String NOT_WRITTEN = "ConfigMap ns/a could not be written, and was not";
    private static final String NOT_KNOWN = "no answer, so it is not known whether ConfigMap ns/a was written";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    static Stream<Arguments> writes() {
        return Stream.of(
                row("401", 401, "Unauthorized", Outcome.FAILED_NOTHING_CHANGED, 1, REFUSES, "renew the credential"),
                row("403", 403, "user x cannot", Outcome.FAILED_NOTHING_CHANGED, 1, REFUSES, "ask for the permission"),
                row(
                        "403 of a webhook",
                        403,
                        "admission webhook \\\"w.example.com\\\" denied the request: no owner",
                        Outcome.FAILED_NOTHING_CHANGED,
                        1,
                        REFUSES,
                        "comply with what the webhook \"w.example.com\" of \"a\" demands"),
                row(
                        "403 of a quota",
                        403,
                        "exceeded quota: q, requested: count/configmaps=1",
                        Outcome.FAILED_NOTHING_CHANGED,
                        1,
                        REFUSES,
                        "make room in the ResourceQuota \"q\""),
                row(
                        "500 of a webhook that is down",
                        500,
                        "Internal error occurred: failed calling webhook \\\"w.example.com\\\": failed to call webhook",
                        Outcome.UNREACHABLE,
                        3,
                        NOT_WRITTEN,
                        "have the webhook \"w.example.com\" mended"),
                row("404", 404, "no namespace", Outcome.FAILED_NOTHING_CHANGED, 1, REFUSES, "create what is missing"),
                row(
                        "422",
                        422,
                        "data: bad",
                        Outcome.FAILED_NOTHING_CHANGED,
                        1,
                        REFUSES,
                        "correct the step at p.yaml:1:1"),
                row(
                        "500 for a wrong body",
                        500,
                        "failed to create typed patch object",
                        Outcome.FAILED_NOTHING_CHANGED,
                        1,
                        REFUSES,
                        "correct the step at p.yaml:1:1"),
                row(
                        "409 of a guard",
                        409,
                        "modified",
                        Outcome.STALE,
                        3,
                        "ConfigMap ns/a changes faster than",
                        "find out"),
                row("429", 429, "slow down", Outcome.UNREACHABLE, 12, NOT_WRITTEN, "resume when \"a\" answers"),
                row("500", 500, "boom", Outcome.FAILED_PART_WAY, 3, NOT_KNOWN, "resume when \"a\" answers"),
                row("503", 503, "going down", Outcome.FAILED_PART_WAY, 3, NOT_KNOWN, "resume when \"a\" answers"),
                row("302", 302, "elsewhere", Outcome.UNREACHABLE, 3, NOT_WRITTEN, "resume when \"a\" answers"));
    }

    private static Arguments row(
            String fault, int code, String message, Outcome outcome, int sent, String summary, String remedy) {
        return Arguments.of(fault, code, message, outcome, sent, summary, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void aWriteThatIsNotAnsweredWell(
            String fault, int code, String message, Outcome outcome, int sent, String summary, String remedy) {
        SERVER.stubFor(any(anyUrl()).willReturn(status(code).withBody(failure(code, "", message))));
        SERVER.stubFor(get(anyUrl()).willReturn(MISSING));
        OneWrite run = run(Action.CREATE);
        assertThat(run.outcome()).isEqualTo(outcome);
        Failure failure = run.failure();
        assertThat(failure.summary()).startsWith(summary);
        assertThat(failure.details().get("do")).startsWith(remedy);
        assertThat(failure.details().get("cause")).doesNotContain("{", "Exception");
        if (outcome != Outcome.STALE) {
            assertThat(failure.details().get("cause")).contains(message.replace("\\", ""));
        }
        assertThat(sent("PATCH")).isEqualTo(sent);
    }

    @Test
    void aFieldOfAnotherManagerStopsTheWriteAndNamesAllThatIsNeeded() {
        SERVER.stubFor(any(anyUrl()).willReturn(status(409).withBody(Faults.CONFLICT)));
        SERVER.stubFor(get(anyUrl()).willReturn(okJson(OneWrite.object("old", "kubectl-edit"))));
        OneWrite run = run(Action.UPDATE);
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED_NOTHING_CHANGED);
        assertThat(run.failure())
                .isEqualTo(new Failure(
                        "conflict",
                        "somebody else owns fields of ConfigMap ns/a; nothing was written",
                        Map.of(
                                "data.k",
                                "is \"old\", set by \"kubectl-edit\" at 2026-11-22T14:02:11Z; this step wants \"new\"",
                                "do",
                                "to take them, write \"take: [data.k]\" in the step at p.yaml:1:1 and plan again;"
                                        + " to leave them, take the fields out of the step")));
    }

    @Test
    void aLostAnswerToACreateThatDidHappenIsFoundByReading() {
        reads(MISSING, okJson(OneWrite.object("new", "shakebook.thing")));
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(LOST));
        assertThat(run(Action.CREATE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sent("PATCH")).isEqualTo(1);
    }

    @Test
    void aLostAnswerToADeleteThatDidHappenIsFoundByReading() {
        reads(okJson(OneWrite.object("old", "shakebook.thing")), MISSING);
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(LOST));
        assertThat(run(Action.DELETE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sent("DELETE")).isEqualTo(1);
    }

    @Test
    void aLostAnswerAndThenNobodyToAskIsUnknownAndNotWrittenAgain() {
        reads(MISSING, DARK);
        SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(LOST));
        OneWrite run = run(Action.CREATE);
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED_PART_WAY);
        assertThat(run.failure().code()).isEqualTo("unknown");
        assertThat(run.failure().details().get("cause"))
                .isEqualTo("connection closed without a whole answer by " + SERVER.baseUrl()
                        + "; then no answer from a: ConfigMap ns/a cannot be read: answer 503: etcd is gone");
        assertThat(sent("PATCH")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNotWritten() {
        SERVER.stubFor(any(anyUrl()).willReturn(DARK));
        OneWrite run = run(Action.CREATE);
        assertThat(run.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(run.failure().summary())
                .isEqualTo("no answer from a: ConfigMap ns/a cannot be read: answer 503: etcd is gone");
        assertThat(sent("PATCH")).isZero();
    }

    @Test
    void anObjectThatSomebodyChangedIsNotOverwritten() {
        SERVER.stubFor(get(anyUrl()).willReturn(okJson(OneWrite.object("theirs", "kubectl-edit"))));
        OneWrite run = run(Action.UPDATE);
        assertThat(run.outcome()).isEqualTo(Outcome.STALE);
        assertThat(run.failure().details())
                .containsEntry(
                        "data.k", "planned on \"old\", is now \"theirs\", by kubectl-edit at 2026-11-22T14:02:11Z");
        assertThat(sent("PATCH")).isZero();
    }

    /** The first read, and all that come after it. */
    private static void reads(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        SERVER.stubFor(get(urlPathEqualTo(Faults.PATH + "/a"))
                .inScenario("reads")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("again"));
        SERVER.stubFor(get(urlPathEqualTo(Faults.PATH + "/a"))
                .inScenario("reads")
                .whenScenarioStateIs("again")
                .willReturn(then));
    }

    private static OneWrite run(Action action) {
        try (KubernetesClusters clusters = Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, new PlayedTiming())) {
            return OneWrite.run(clusters, action);
        }
    }

    private static long sent(String method) {
        RequestMethod wanted = RequestMethod.fromString(method);
        return SERVER.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getMethod().equals(wanted))
                .count();
    }
}
