// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** The whole program in front of a server that misbehaves: exit code, words, and what was sent. */
class FaultyServerTest extends FaultyServer {
    @Test
    void aServerThatIsDownIsNotWrittenTo() {
        server.stubFor(any(anyUrl()).atPriority(1).willReturn(failure(503, "", "etcd is gone", "")));
        assertThat(shakebook()).isEqualTo(69);
        says("answer 503: etcd is gone");
        assertThat(writes()).isZero();
    }

    @Test
    void aProxyInFrontIsSaidSo() {
        server.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withBody("<html>Sign in</html>")));
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
        server.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(failure(404, "NotFound", "not found", "")));
        assertThat(shakebook()).isEqualTo(1);
        says(
                "error[refused]: the server refuses ConfigMap ns/a",
                "cause configmaps is forbidden: User u cannot patch",
                "do ask for the permission on \"site\"");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aFieldOfSomebodyElseIsNamedInThePlanWithTheLineThatTakesIt() {
        server.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(okJson(object("theirs"))));
        String cause = "{\"reason\":\"FieldManagerConflict\",\"field\":\".data.k\","
                + "\"message\":\"conflict with \\\"kubectl-edit\\\" using v1\"}";
        server.stubFor(patch(urlPathEqualTo(CONFIG))
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
        server.stubFor(get(urlPathEqualTo(CONFIG)).willReturn(okJson(object("theirs"))));
        String cause = "{\"reason\":\"FieldManagerConflict\",\"field\":\".data.k\","
                + "\"message\":\"conflict with \\\"kubectl-edit\\\" using v1\"}";
        server.stubFor(patch(urlPathEqualTo(CONFIG))
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

    @Test
    void aWayBackOfWhichTheServerSaysNothingIsNotTakenForDone() {
        String owned = "\"managedFields\":[{\"manager\":\"shakebook.configmap\",\"operation\":\"Apply\","
                + "\"time\":\"2026-11-22T14:02:11Z\",\"fieldsV1\":{\"f:data\":{\"f:k\":{}}}}]}";
        String old = object("old").replaceFirst("\"managedFields.*}]}", Matcher.quoteReplacement(owned));
        written(okJson(old.replace("old", "new").replace("\"5\"", "\"6\"")));
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(old)));
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs("there")
                .willReturn(okJson(old.replace("old", "new").replace("\"5\"", "\"6\""))));
        assertThat(shakebook()).as(shown).isZero();

        server.stubFor(patch(urlPathEqualTo(CONFIG))
                .atPriority(1)
                .withQueryParam("dryRun", equalTo("All"))
                .willReturn(aResponse().withBody("<html>Sign in</html>")));
        Ended undo = Program.in(folder).run("undo", "last", "--yes");
        assertThat(undo.exit()).as(undo.toString()).isEqualTo(69);
        assertThat(undo.err()).contains("no answer from", "is this an API server");
        assertThat(undo.out()).doesNotContain("Nothing is left");
        assertThat(writes()).isEqualTo(1);
    }
}
