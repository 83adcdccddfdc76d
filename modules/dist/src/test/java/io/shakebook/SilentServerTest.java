// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.shakebook.Shakebook.Ended;
import io.shakebook.kubernetes.Deadlines;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person hears while a server takes questions and says nothing. */
class SilentServerTest extends FaultyServer {
    private static final int VERY_LONG = 60_000;
    private static final String AGAIN = "site: no whole answer within 1 s from ";

    @Test
    void aWaitIsOverWhenItsTimeIsAndNamesWhoGaveNoAnswer() throws Exception {
        Files.writeString(
                folder.resolve("p.yaml"),
                Files.readString(folder.resolve("p.yaml")).replace("2s", "5s"));
        written(okJson(object("new")));
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs("there")
                .willReturn(okJson(object("new")).withFixedDelay(VERY_LONG)));

        Ended run = program(Duration.ofSeconds(30), "run", "--yes");

        assertThat(run.exit()).as(run.toString()).isEqualTo(3);
        assertThat(run.err())
                .containsPattern("slow +" + AGAIN)
                .contains("; asking again", "error[not-ready]: config is not ready within 5 s")
                .contains("no answer from site: no whole answer within 1 s from " + server.baseUrl())
                .doesNotContain("t0ps3cret");
    }

    @Test
    void aPlanSaysMeanwhileThatItAsksAgainUnlessItIsToBeQuiet() {
        server.stubFor(get(urlPathEqualTo(CONFIG))
                .inScenario("object")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(object("new")).withFixedDelay(VERY_LONG)));

        Ended plan = program(Duration.ofSeconds(6), "plan", "--format", "json");
        assertThat(plan.exit()).isEqualTo(69);
        assertThat(plan.err()).containsOnlyOnce(AGAIN + server.baseUrl() + "; asking again\n");
        assertThat(plan.out()).doesNotContain("asking again");

        assertThat(program(Duration.ofSeconds(6), "plan", "-vq").err()).doesNotContain("asking again");
    }

    private Ended program(Duration question, String verb, String... more) {
        Deadlines patient = new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(1), question);
        Program program = Program.in(folder).waiting(patient);
        String[] arguments = new String[3 + more.length + 1];
        arguments[0] = verb;
        arguments[1] = folder.resolve("p.yaml").toString();
        arguments[2] = "-i";
        arguments[3] = folder.resolve("inventory").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return program.run(arguments);
    }
}
