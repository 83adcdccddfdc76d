// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a fault to the exit code that a script sees and the words that a person reads. */
@Execution(ExecutionMode.CONCURRENT)
class FaultExitsTest extends FaultyServer {

    private static final String NO_API_SERVER =
            "answer 200 with something that is not the JSON of an object: is this an API server, and is nothing in between?";
    private static final ResponseDefinitionBuilder REDIRECT =
            aResponse().withStatus(302).withHeader("Location", "/login");
    private static final ResponseDefinitionBuilder UNAUTHORIZED = failure(401, "Unauthorized", "Unauthorized", "");
    private static final ResponseDefinitionBuilder FORBIDDEN = failure(403, "Forbidden", "may not", "");
    private static final ResponseDefinitionBuilder NOT_FOUND = failure(404, "NotFound", "not found", "");
    private static final ResponseDefinitionBuilder MODIFIED =
            failure(409, "Conflict", "the object has been modified", "");
    private static final ResponseDefinitionBuilder TOO_LARGE = status(413).withBody("<html>");
    private static final ResponseDefinitionBuilder PROXY = status(407).withBody("sign in first");
    private static final ResponseDefinitionBuilder INVALID = failure(422, "Invalid", "data.k: is too long", "");
    private static final ResponseDefinitionBuilder BAD_PATCH =
            failure(500, "", "failed to create typed patch object: .data", "");
    private static final ResponseDefinitionBuilder BROKEN = failure(500, "InternalError", "etcd is gone", "");
    private static final ResponseDefinitionBuilder UNAVAILABLE = failure(503, "ServiceUnavailable", "etcd is gone", "");
    private static final ResponseDefinitionBuilder WEB_PAGE = aResponse().withBody("<html>Sign in</html>");
    private static final ResponseDefinitionBuilder OTHER = okJson(object("new").replace("ConfigMap", "Secret"));
    private static final ResponseDefinitionBuilder CUT = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);

    /** What is answered so. */
    private enum When {
        EVERYTHING,
        DRY_RUN,
        WRITE;

        MappingBuilder asked() {
            return switch (this) {
                case EVERYTHING -> any(anyUrl()).atPriority(1);
                case DRY_RUN -> patch(urlPathEqualTo(CONFIG)).withQueryParam("dryRun", equalTo("All"));
                case WRITE -> patch(urlPathEqualTo(CONFIG)).withQueryParam("dryRun", absent());
            };
        }
    }

    /** @param writes requests that could have written */
    private record Row(When when, String fault, ResponseDefinitionBuilder answer, int exit, int writes, String words) {
        @Override
        public String toString() {
            return when + ": " + fault;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(everything(), dryRun(), theWrite()).flatMap(rows -> rows);
    }

    private static Stream<Row> everything() {
        String unread = "the namespace kube-system cannot be read: answer ";
        return Stream.of(
                dark(
                        When.EVERYTHING,
                        "302",
                        REDIRECT,
                        unread + "302, a redirect to another path, which is not followed"),
                dark(
                        When.EVERYTHING,
                        "401",
                        UNAUTHORIZED,
                        "does not accept the credential of the kubeconfig: answer 401"),
                new Row(When.EVERYTHING, "403", FORBIDDEN, 6, 0, "ConfigMap ns/a cannot be read: answer 403: may not"),
                dark(When.EVERYTHING, "409", MODIFIED, unread + "409: the object has been modified"),
                dark(
                        When.EVERYTHING,
                        "413 of a proxy",
                        TOO_LARGE,
                        unread + "413 with a web page: a proxy answers in place"),
                dark(When.EVERYTHING, "500", BROKEN, unread + "500: etcd is gone"),
                dark(When.EVERYTHING, "503", UNAVAILABLE, unread + "503: etcd is gone"),
                dark(When.EVERYTHING, "a web page", WEB_PAGE, NO_API_SERVER),
                dark(When.EVERYTHING, "another object", OTHER, "it is of the kind \"v1/Secret\""),
                dark(When.EVERYTHING, "a cut line", CUT, "connection closed without a whole answer by http"));
    }

    private static Stream<Row> dryRun() {
        String refused = "the server refuses ConfigMap ns/a: ";
        return Stream.of(
                dark(When.DRY_RUN, "302", REDIRECT, "ConfigMap ns/a: answer 302"),
                dark(When.DRY_RUN, "401", UNAUTHORIZED, refused + "Unauthorized"),
                new Row(When.DRY_RUN, "403", FORBIDDEN, 6, 0, refused + "may not"),
                new Row(When.DRY_RUN, "404", NOT_FOUND, 65, 0, "create what is missing on \"site\""),
                dark(When.DRY_RUN, "409 each time", MODIFIED, "ConfigMap ns/a changes all the time; plan again"),
                new Row(When.DRY_RUN, "413", TOO_LARGE, 65, 0, "make the object smaller"),
                new Row(When.DRY_RUN, "422", INVALID, 65, 0, refused + "data.k: is too long"),
                new Row(When.DRY_RUN, "500 of the bad kind", BAD_PATCH, 65, 0, "correct the step and plan again"),
                dark(When.DRY_RUN, "500", BROKEN, "ConfigMap ns/a: answer 500, etcd is gone"),
                dark(When.DRY_RUN, "503", UNAVAILABLE, "ConfigMap ns/a: answer 503, etcd is gone"),
                dark(When.DRY_RUN, "a web page", WEB_PAGE, NO_API_SERVER),
                dark(When.DRY_RUN, "another object", OTHER, "it is of the kind \"v1/Secret\""),
                dark(When.DRY_RUN, "a cut line", CUT, "connection closed without a whole answer by http"));
    }

    /** What is lost is read back, is not there, and may be tried again: only one create can succeed. */
    private static Stream<Row> theWrite() {
        return Stream.of(
                new Row(When.WRITE, "302", REDIRECT, 69, 3, "ConfigMap ns/a could not be written, and was not"),
                new Row(When.WRITE, "401", UNAUTHORIZED, 1, 1, "renew the credential for \"site\" in its kubeconfig"),
                new Row(When.WRITE, "403", FORBIDDEN, 1, 1, "ask for the permission on \"site\""),
                new Row(When.WRITE, "404", NOT_FOUND, 1, 1, "create what is missing on \"site\""),
                new Row(When.WRITE, "407 of a proxy", PROXY, 1, 1, "find out what answers in place of the API server"),
                new Row(When.WRITE, "409 each time", MODIFIED, 4, 3, "somebody else writes it again and again"),
                new Row(When.WRITE, "413", TOO_LARGE, 1, 1, "make the object smaller"),
                new Row(When.WRITE, "422", INVALID, 1, 1, "cause data.k: is too long"),
                new Row(When.WRITE, "500 of the bad kind", BAD_PATCH, 1, 1, "failed to create typed patch object"),
                unknown("500", BROKEN, "cause ConfigMap ns/a: answer 500, etcd is gone"),
                unknown("503", UNAVAILABLE, "cause ConfigMap ns/a: answer 503, etcd is gone"),
                unknown("a web page", WEB_PAGE, NO_API_SERVER),
                unknown("another object", OTHER, "it is of the kind \"v1/Secret\""),
                unknown("a cut line", CUT, "connection closed without a whole answer by http"));
    }

    private static Row dark(When when, String fault, ResponseDefinitionBuilder answer, String words) {
        return new Row(when, fault, answer, 69, 0, words);
    }

    private static Row unknown(String fault, ResponseDefinitionBuilder answer, String words) {
        return new Row(When.WRITE, fault, answer, 3, 3, words);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsWithTheCodeAndTheWordsOfTheTable(Row row) {
        server.stubFor(row.when().asked().willReturn(row.answer()));

        assertThat(shakebook()).as(() -> shown).isEqualTo(row.exit());
        says(row.words());
        assertThat(writes()).isEqualTo(row.writes());
        if (row.exit() == 3) {
            says("it is not known whether ConfigMap ns/a was written", "that reads first to find out", "resume r-");
            says("wait one/config no answer to the write of ConfigMap ns/a, so it is read whether it happened: ");
            says("Perhaps changed, for no answer came: + ConfigMap ns/a", "0 objects changed, 1 perhaps changed");
        }
    }
}
