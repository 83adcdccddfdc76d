// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.SampleDrift;
import io.shakebook.cli.SamplePlan;
import io.shakebook.cli.Session;
import io.shakebook.cli.Validation;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.Unplannable;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.testkit.golden.GoldenFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbsTest {
    private static final Diagnostic SOME = Diagnostic.error("some-code", "something is wrong", "mend it");
    private final CommandLineHarness shakebook = new CommandLineHarness();

    @Test
    void helpListsTheCommandsWithExamples() {
        assertThat(shakebook.run("--help")).isZero();
        GoldenFile.named("help.txt").matches(shakebook.out());
        assertThat(shakebook.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"validate", "plan", "drift", "run", "graph", "permissions", "modules", "clusters", "inventory"})
    void everyCommandHasHelpWithAnExample(String verb) {
        assertThat(shakebook.run(verb, "--help")).isZero();
        assertThat(shakebook.out()).contains("shakebook " + verb).contains("Example");
    }

    @ParameterizedTest
    @CsvSource({"help, --help", "help plan, plan --help", "help modules show, modules show --help"})
    void helpMayComeFirst(String typed, String same) {
        CommandLineHarness other = new CommandLineHarness();
        assertThat(shakebook.run(typed.split(" "))).isZero();
        other.run(same.split(" "));
        assertThat(shakebook.out()).isNotEmpty().isEqualTo(other.out());
    }

    @Test
    void helpForNothingIsAWrongCommandLine() {
        assertThat(shakebook.run("help", "pln")).isEqualTo(64);
        assertThat(shakebook.err()).contains("there is no command \"pln\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pln                              | there is no command "pln"
                    pln                              | did you mean "plan"?
                    plan x.yaml                      | this is missing: --inventory INV
                    plan -i demo                     | this is missing: PLAYBOOK
                    plan x.yaml -i demo --exit-cod   | did you mean "--exit-code"?
                    plan x.yaml --inventry demo      | there is no option "--inventry" of "shakebook plan"
                    plan x.yaml --inventry demo      | did you mean "--inventory"?
                    plan x.yaml --inventry=demo      | there is no option "--inventry"
                    plan x.yaml y.yaml -i demo       | "y.yaml" is one argument too many
                    modules shw                      | there is no command "shw" of "shakebook modules"
                    modules shw                      | did you mean "show"?
                    plan x.yaml -i demo -p novalue   | -p takes NAME=VALUE
                    plan x.yaml -i demo -p a=1 -p a=2| given twice
                    plan x.yaml -i demo --format xml | xml
                    run x.yaml -i demo --parallel 0  | --parallel takes a whole number, 1 or more
                    modules show srvice              | there is no module
                    diff x.yaml                      | shakebook plan shows what would change
                    rollback last                    | shakebook undo RUN
                    modules list x                   | see shakebook modules list --help
                    run x.yaml -i demo --dry-run     | shakebook plan shows what would change
                    run x.yaml -i demo -y            | write --yes
                    run x.yaml -i demo -e a=b        | write --parameter NAME=VALUE
                    plan x.yaml -i demo -e a=b       | write --parameter NAME=VALUE
                    plan x.yaml -i demo -out=my.plan | write --out FILE
                    plan x.yaml -i demo -o json      | write --format FORMAT or --out FILE
                    plan x.yaml -i demo -y           | options: --quiet
                    plan x.yaml --context east       | stand in the inventory
                    apply x.yaml -i demo             | a playbook is carried out with shakebook run
                    """)
    void aWrongCommandLineIsSaidAndNothingIsDone(String line, String words) {
        assertThat(shakebook.run(line.trim().split(" "))).isEqualTo(64);
        assertThat(shakebook.err()).contains(words).contains("exit 64");
        assertThat(shakebook.out()).isEmpty();
    }

    @Test
    void validateSaysThatNothingWasContacted() {
        assertThat(shakebook.run("validate", "x.yaml", "-i", "demo")).isZero();
        assertThat(shakebook.out()).isEqualTo("x.yaml is valid with demo; nothing was contacted.\n");
    }

    @Test
    void planEndsWithTwoOnlyIfAskedTo() {
        shakebook.planning(new FakeSession(SamplePlan.first()));
        assertThat(shakebook.run("plan", "x.yaml", "-i", "demo")).isZero();
        assertThat(shakebook.run("plan", "x.yaml", "-i", "demo", "--exit-code")).isEqualTo(2);
        assertThat(shakebook.out()).contains("next:  shakebook run x.yaml -i demo");
    }

    @Test
    void planAsJsonIsThePlanFileAndNothingElse() {
        shakebook.planning(new FakeSession(SamplePlan.first()));
        shakebook.run("plan", "x.yaml", "-i", "demo", "--format", "json");
        assertThat(shakebook.out()).isEqualTo("{}\n");
    }

    @Test
    void driftEndsWithTwoOnlyIfAskedTo() {
        shakebook.planning(FakeSession.finding(SampleDrift.everything()));
        assertThat(shakebook.run("drift", "x.yaml", "-i", "demo")).isZero();
        assertThat(shakebook.out()).contains("next:  shakebook plan x.yaml -i demo");
        assertThat(shakebook.run("drift", "x.yaml", "-i", "demo", "--exit-code"))
                .isEqualTo(2);
        shakebook.planning(FakeSession.finding(SampleDrift.none()));
        assertThat(shakebook.run("drift", "x.yaml", "-i", "demo", "--exit-code"))
                .isZero();
    }

    @Test
    void aGapInADriftReportComesBeforeWhatDiffers() {
        shakebook.planning(FakeSession.finding(SampleDrift.partly()));
        assertThat(shakebook.run("drift", "x.yaml", "-i", "demo", "--exit-code"))
                .isEqualTo(69);
        assertThat(shakebook.out()).contains("door-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree", "dot", "mermaid"})
    void graphsAreDrawnFromThePlan(String format) {
        shakebook.planning(new FakeSession(SamplePlan.first()));
        shakebook.run("graph", "x.yaml", "-i", "demo", "--format", format);
        GoldenFile.named("graph-" + format + ".txt").matches(shakebook.out());
    }

    @Test
    void mistakesEndWith65AndTheirNumber() {
        assertThat(failing(request -> {
                    throw new Mistakes(List.of(SOME, SOME));
                }))
                .isEqualTo(65);
        assertThat(shakebook.err()).contains("2 mistakes, nothing was contacted or written.    exit 65");
    }

    @Test
    void aLocalFileEndsWith74() {
        assertThat(failing(request -> {
                    throw new LocalFault("disk is full", "make room");
                }))
                .isEqualTo(74);
    }

    @Test
    void aBugAsksForAReportAndShowsNoStackTrace() {
        assertThat(failing(request -> {
                    throw new IllegalStateException("oops");
                }))
                .isEqualTo(70);
        assertThat(shakebook.err()).contains("oops").contains("report").doesNotContain("\tat ", "  at ");
    }

    @Test
    void theWorldHasExitCodesOfItsOwn() {
        assertThat(planning(new Unanswered("east", "connection refused"))).isEqualTo(69);
        assertThat(planning(new Unplannable(List.of(), List.of(SOME)))).isEqualTo(6);
        assertThat(planning(new Unplannable(List.of(SOME), List.of()))).isEqualTo(65);
    }

    @Test
    void theTableOfExitCodesInTheDocumentationIsComplete() throws Exception {
        String table = Files.readString(Path.of("../../docs/exit-codes.md"));
        assertThat(Arrays.stream(ExitCode.values()).map(code -> "| " + code.number() + " | " + code.meaning() + " |"))
                .allMatch(table::contains);
    }

    private int failing(Validation validation) {
        return shakebook.validating(validation).run("validate", "x.yaml", "-i", "demo");
    }

    private int planning(Exception thrown) {
        Session.Opener opener = request -> {
            throw new SneakyThrow<RuntimeException>().as(thrown);
        };
        return shakebook.planning(opener).run("plan", "x.yaml", "-i", "demo");
    }

    /** A session may throw these while planning; where it does so makes no difference here. */
    private static final class SneakyThrow<E extends Exception> {
        @SuppressWarnings("unchecked")
        E as(Exception thrown) throws E {
            throw (E) thrown;
        }
    }
}
