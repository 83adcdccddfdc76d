// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.shakebook.kubernetes.Faults.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.shakebook.kubernetes.Faults.Ask;
import io.shakebook.kubernetes.http.PlayedTiming;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each way of asking makes of each fault: how often it asks, how long it pauses by the played clock, and what it
 * says. Writes are asked for once, unless the server said that it had not begun. Real time only guards against hanging.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultTableTest {
    private static final String PAUSES = "250 500 1000";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    /**
     * @param pauses of a request that changes nothing, in ms; it is asked for once more than there are pauses
     * @param words of a read; $URL stands for the server's
     * @param written what each write comes to; empty if it is as that of a dry run
     */
    private record Row(String fault, ResponseDefinitionBuilder answer, String pauses, String words, String written) {
        /** Also of writes: they pause as reads do. */
        boolean turnedAway() {
            return fault.startsWith("429");
        }

        @Override
        public String toString() {
            return fault;
        }
    }

    private final PlayedTiming timing = new PlayedTiming();

    static Stream<Row> rows() {
        return Stream.of(
                row("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), PAUSES, "connection ~ by $URL"),
                row("empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE), PAUSES, "connection ~ by $URL"),
                row(
                        "cut by the line",
                        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                        PAUSES,
                        "no usable answer (~) from $URL"),
                row("cut JSON", aResponse().withBody("{\"kind\":\"ConfigMap\",\"meta"), "", NOT_JSON, NOT_JSON),
                row("HTML", aResponse().withBody("<html>Sign in</html>"), "", NOT_JSON, NOT_JSON),
                row("401", 401, "Unauthorized", "Unauthorized", "", "Refused 401: Unauthorized"),
                row("403", 403, "Forbidden", "user x cannot", "", "Refused 403: user x cannot"),
                row(
                        "404 of a proxy",
                        status(404).withBody("404 page not found"),
                        "",
                        "THING cannot be read: answer 404, with the text \"404 page not found\"",
                        "Refused 404: answer 404, without an explanation, with the text \"404 page not found\""),
                row(
                        "408 of a balancer",
                        status(408).withBody("<html>"),
                        PAUSES,
                        "THING cannot be read: answer 408 with a web page: a proxy answers in place of the API server",
                        perhaps("answer 408, without an explanation with a web page:"
                                + " a proxy answers in place of the API server")),
                row(
                        "425",
                        status(425).withBody("{\"message\":\"too early\\nby far\"}"),
                        PAUSES,
                        "THING cannot be read: answer 425, with the text \"too early\"",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 425, without an explanation, with the text"
                                + " \"too early\""),
                row(
                        "499 of a proxy",
                        status(499).withBody(""),
                        "",
                        "THING cannot be read: answer 499",
                        perhaps("answer 499, without an explanation")),
                row("410", 410, "Expired", "too old", "", "Refused 410: too old"),
                row("422", 422, "Invalid", "data: is wrong", "", "Refused 422: data: is wrong"),
                row(
                        "429",
                        status(429).withHeader("Retry-After", "2").withBody(failure(429, "TooManyRequests", "slow")),
                        "2000 2000 2000",
                        "THING cannot be read: answer 429: slow; it wants to be left alone for 2 s",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 429, slow; it wants to be left alone for 2 s"),
                row(
                        "429 with a date",
                        status(429)
                                .withHeader("Date", "Wed, 21 Oct 2026 07:28:00 GMT")
                                .withHeader("Retry-After", "Wed, 21 Oct 2026 07:28:03 GMT"),
                        "3000 3000 3000",
                        "THING cannot be read: answer 429; it wants to be left alone for 3 s",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 429, without an explanation;"
                                + " it wants to be left alone for 3 s"),
                row(
                        "429 with a moment in the past",
                        status(429)
                                .withHeader("Date", "Wed, 21 Oct 2026 07:28:00 GMT")
                                .withHeader("Retry-After", "Wed, 21 Oct 2026 07:27:00 GMT"),
                        PAUSES,
                        "THING cannot be read: answer 429; it wants to be left alone for 0 s",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 429, without an explanation;"
                                + " it wants to be left alone for 0 s"),
                row(
                        "429 with an absurd wait",
                        status(429).withHeader("Retry-After", "3600").withBody(failure(429, "", "slow")),
                        "",
                        "THING cannot be read: answer 429: slow; it wants to be left alone for 3600 s",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 429, slow;"
                                + " it wants to be left alone for 3600 s"),
                row(
                        "500 for a wrong body",
                        500,
                        "",
                        "failed to create typed patch object (ns/a): .dta: not declared",
                        "",
                        "Refused 500: failed to create typed patch object (ns/a): .dta: not declared"),
                row("500", 500, "InternalError", "boom", PAUSES, perhaps("answer 500, boom")),
                row("503", 503, "ServiceUnavailable", "going down", PAUSES, perhaps("answer 503, going down")),
                row(
                        "502 of a proxy",
                        status(502).withBody("<html>Bad Gateway</html>"),
                        PAUSES,
                        "THING cannot be read: answer 502 with a web page: a proxy answers in place of the API server",
                        perhaps("answer 502, without an explanation with a web page:"
                                + " a proxy answers in place of the API server")),
                row(
                        "redirect",
                        status(302).withHeader("Location", "https://login.example/sign-in?ticket=t0ps3cret"),
                        "",
                        "THING cannot be read: answer 302, a redirect to https://login.example, which is not followed:"
                                + " is the server's URL right?",
                        "NoAnswer, nothing done: ConfigMap ns/a: answer 302, without an explanation, a redirect to"
                                + " https://login.example, which is not followed: is the server's URL right?"),
                row(
                        "another kind",
                        okJson("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}"),
                        "",
                        strange("it is of the kind \"v1/Pod\""),
                        perhapsStrange("it is of the kind \"v1/Pod\"")),
                row(
                        "another object",
                        object("{\"name\":\"b\",\"namespace\":\"ns\"}"),
                        "",
                        strange("it is ConfigMap ns/b"),
                        perhapsStrange("it is ConfigMap ns/b")),
                row(
                        "metadata that is a text",
                        object("\"a\""),
                        "",
                        strange("its metadata is not a map"),
                        perhapsStrange("its metadata is not a map")),
                row(
                        "a number for a name",
                        object("{\"name\":5}"),
                        "",
                        strange("its metadata.name is not a text"),
                        perhapsStrange("its metadata.name is not a text")),
                row(
                        "numbers for labels",
                        object("{\"name\":\"a\",\"labels\":{\"a\":1}}"),
                        "",
                        strange("its metadata.labels is not a map of texts"),
                        perhapsStrange("its metadata.labels is not a map of texts")),
                row("null in a list", okJson("{\"items\":[null],\"metadata\":{}}"), "", NOT_JSON, NOT_JSON),
                row(
                        "409 of a guard",
                        409,
                        "Conflict",
                        "the object has been modified",
                        "",
                        "Stale: ConfigMap ns/a is not as it was read: it was changed or deleted since"),
                row(
                        "409 of a field manager",
                        status(409).withBody(Faults.CONFLICT),
                        "",
                        "THING cannot be read: answer 409: Apply failed",
                        "Conflict: [data.k by kubectl-edit]"));
    }

    private static final String NOT_JSON =
            "answer 200 with something that is not the JSON of an object: is this an API server, and is nothing in between?";

    private static Row row(String fault, ResponseDefinitionBuilder answer, String pauses, String words) {
        return new Row(fault, answer, pauses, words, "NoAnswer, perhaps done: " + words);
    }

    private static Row row(
            String fault, ResponseDefinitionBuilder answer, String pauses, String words, String written) {
        return new Row(
                fault, answer, pauses, words, written.equals(words) ? "NoAnswer, perhaps done: " + words : written);
    }

    private static Row row(String fault, int code, String reason, String message, String pauses, String written) {
        ResponseDefinitionBuilder answer = status(code).withBody(failure(code, reason, message));
        return new Row(fault, answer, pauses, "THING cannot be read: answer " + code + ": " + message, written);
    }

    private static String perhaps(String words) {
        return "NoAnswer, perhaps done: ConfigMap ns/a: " + words;
    }

    private static String strange(String wrong) {
        return "the answer is not the ConfigMap ns/a that was asked for: " + wrong + "; is this an API server?";
    }

    private static String perhapsStrange(String wrong) {
        return "NoAnswer, perhaps done: " + strange(wrong);
    }

    private static ResponseDefinitionBuilder object(String metadata) {
        return okJson("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":" + metadata + "}");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aReadAndADryRunAreAskedAgainWhereThatMayHelp(Row row) {
        SERVER.stubFor(any(anyUrl()).willReturn(row.answer()));
        try (KubernetesClusters clusters = Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, timing)) {
            String read = Ask.READ.outcome(clusters);
            matches(read, "Unanswered: " + row.words().replace("THING", "ConfigMap ns/a"));
            demand(row.pauses(), List.of("GET"));

            Ask.DRY_RUN.outcome(clusters);
            demand(row.pauses() + " " + row.pauses(), List.of("GET", "PATCH"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aListIsAskedAgainAsAReadIs(Row row) {
        SERVER.stubFor(any(anyUrl()).willReturn(row.answer()));
        try (KubernetesClusters clusters = Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, timing)) {
            String list = Ask.LIST.outcome(clusters);
            String words = row.words().replace("THING cannot be read", "the ConfigMap objects in ns cannot be listed");
            if (words.startsWith("the answer is not")) {
                words = "the ConfigMap objects in ns cannot be listed: the answer is no list but ~";
            }
            matches(list, "Unanswered: " + words);
            if (row.fault().equals("410")) {
                assertThat(methods()).containsExactly("GET", "GET"); // begun anew, once
            } else {
                demand(row.pauses(), List.of("GET"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWriteIsNeverSentTwiceUnlessItWasTurnedAway(Row row) {
        SERVER.stubFor(any(anyUrl()).willReturn(row.answer()));
        try (KubernetesClusters clusters = Faults.clusters(SERVER.baseUrl(), Deadlines.USUAL, timing)) {
            for (Ask write : List.of(Ask.CREATE, Ask.UPDATE, Ask.DELETE)) {
                SERVER.resetRequests();
                int before = timing.pauses().size();
                String written = write.outcome(clusters);
                matches(written, expected(row, write));
                int pauses = timing.pauses().size() - before;
                assertThat(pauses)
                        .isEqualTo(row.turnedAway() ? words(row.pauses()).size() : 0);
                assertThat(methods()).hasSize(pauses + 1).containsOnly(write == Ask.DELETE ? "DELETE" : "PATCH");
            }
        }
    }

    private static String expected(Row row, Ask write) {
        if (row.fault().equals("409 of a guard") && write == Ask.CREATE) {
            return "Stale: ConfigMap ns/a is there already";
        }
        if (write == Ask.DELETE && (row.words().equals(NOT_JSON) || row.fault().equals("another kind"))) {
            return "NoAnswer, perhaps done: the answer to the delete of ConfigMap ns/a is none of an API server:"
                    + " is nothing in between?";
        }
        if (write == Ask.DELETE && row.words().startsWith("the answer is not")) {
            return "done"; // what was deleted is not looked at
        }
        return row.written();
    }

    @org.junit.jupiter.api.Test
    void aServerThatIsNotThereHasSurelyDoneNothing() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        try (KubernetesClusters clusters = Faults.clusters(nobody.toString(), Deadlines.USUAL, timing)) {
            String refused = "connection refused at " + nobody;
            assertThat(Ask.READ.outcome(clusters)).isEqualTo("Unanswered: " + refused);
            assertThat(Ask.LIST.outcome(clusters)).isEqualTo("Unanswered: " + refused);
            assertThat(Ask.DRY_RUN.outcome(clusters)).isEqualTo("NoAnswer, nothing done: " + refused);
            assertThat(timing.pauses()).hasSize(9);
            for (Ask write : List.of(Ask.CREATE, Ask.UPDATE, Ask.DELETE)) {
                assertThat(write.outcome(clusters)).isEqualTo("NoAnswer, nothing done: " + refused);
            }
            assertThat(timing.pauses()).hasSize(9);
        }
    }

    private void demand(String pauses, List<String> methods) {
        assertThat(timing.pauses().stream()
                        .map(Duration::toMillis)
                        .map(String::valueOf)
                        .toList())
                .isEqualTo(words(pauses));
        assertThat(methods().stream().distinct().toList()).isEqualTo(methods);
        assertThat(methods()).hasSize(words(pauses).size() + methods.size());
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> methods() {
        List<String> methods = new ArrayList<>();
        for (ServeEvent event : SERVER.getAllServeEvents()) {
            methods.add(0, event.getRequest().getMethod().getName());
        }
        return methods;
    }

    /** @param expected a tilde stands for anything */
    private static void matches(String found, String expected) {
        String[] parts = expected.replace("$URL", SERVER.baseUrl()).split("~", -1);
        StringBuilder pattern = new StringBuilder();
        for (String part : parts) {
            pattern.append(pattern.length() == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(part));
        }
        assertThat(found).matches(pattern.toString());
        assertThat(found).doesNotContain("Exception", "t0ps3cret", "{");
    }
}
