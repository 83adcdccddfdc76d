// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.cli.Conditions;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.Demands;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.testkit.git.GitProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is demanded of revisions, with repositories of git itself. */
class DemandsTest {
    private static final String BRANCH_MAIN = "inventory: demo\ndemands: { branch: main }\n";
    private static final String NOTHING = "inventory: demo\n";

    @TempDir
    Path folder;

    private Path repository;
    private Path inventory;
    private GitProgram git;
    private Machine machine;

    @BeforeEach
    void repository() throws Exception {
        repository = Files.createDirectory(folder.resolve("ops"));
        inventory = Files.createDirectories(repository.resolve("inventories/demo"));
        machine = machine("home");
        git = GitProgram.init(repository);
    }

    private Machine machine(String home) throws IOException {
        return new Machine(
                Map.of(),
                Files.createDirectories(folder.resolve(home)),
                folder,
                Optional.empty(),
                Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC),
                new Random(1),
                "1",
                "ada");
    }

    private void write(String text) throws IOException {
        Files.writeString(inventory.resolve("inventory.yaml"), text);
    }

    private String commit(String text) throws Exception {
        write(text);
        return git.commit("change");
    }

    private static Conditions requiring(String... words) {
        try {
            return new Conditions(Demands.of(List.of(words)), Optional.empty(), false, false);
        } catch (Demands.Unknown e) {
            throw new AssertionError(e);
        }
    }

    private Conditions signed(Path signers) {
        return new Conditions(requiring("signed").require(), Optional.of(signers.toString()), false, false);
    }

    private void open(String typed, Conditions conditions) throws Mistakes, LocalFault {
        Places places = new Places(machine, conditions);
        Inventories.Opened opened = new Inventories(places, new ModuleJars(machine).catalog()).open(typed);
        new DemandCheck(machine, conditions)
                .inventory(typed, opened.inventory().demands(), opened.place().state());
    }

    private Diagnostic refused(String typed, Conditions conditions) {
        Mistakes mistakes = catchThrowableOfType(Mistakes.class, () -> open(typed, conditions));
        assertThat(mistakes).as("refused").isNotNull();
        return mistakes.diagnostics().get(0);
    }

    private String at(String ref) {
        return "git:" + repository + "//inventories/demo@" + ref;
    }

    @Test
    void aCleanTreeIsDemandedByTheInventoryOrTheMachine() throws Exception {
        commit("inventory: demo\ndemands: { clean: true }\n");
        open(inventory.toString(), Conditions.NONE);
        Files.writeString(inventory.resolve("more.yaml"), "");
        Diagnostic dirty = refused(inventory.toString(), Conditions.NONE);
        assertThat(dirty.code()).isEqualTo("demand-clean");
        assertThat(dirty.summary()).contains("inventories/demo/more.yaml", "clean is demanded");
        open(at("main"), Conditions.NONE);
        assertThat(refused(inventory.toString(), requiring("clean")).code()).isEqualTo("demand-clean");
    }

    @Test
    void aChangeThatIsNotCommittedCannotTakeTheDemandAway() throws Exception {
        commit("inventory: demo\ndemands: { clean: true }\n");
        write(NOTHING);
        Diagnostic dropped = refused(inventory.toString(), Conditions.NONE);
        assertThat(dropped.code()).isEqualTo("demand-dropped");
        assertThat(dropped.summary()).contains("no longer demands clean");
        assertThat(refused(inventory.toString(), requiring("clean")).code()).isEqualTo("demand-clean");
    }

    @Test
    void aCommitThatTakesTheDemandAwayIsRefusedUntilThatIsAccepted() throws Exception {
        String demanding = commit(BRANCH_MAIN);
        git.run("switch", "-q", "-c", "feature");
        assertThat(refused(at("feature"), Conditions.NONE).code()).isEqualTo("demand-branch");
        commit(NOTHING);
        commit(NOTHING + "summary: later\n");
        Diagnostic dropped = refused(at("feature"), Conditions.NONE);
        assertThat(dropped.summary()).contains("no longer demands branch=main", demanding.substring(0, 12));
        assertThat(dropped.remedy()).contains("--drop-demands");
        open(at("feature"), new Conditions(Demands.NONE, Optional.empty(), false, true));
        open(at("feature"), Conditions.NONE);
        open(inventory.toString(), new Conditions(Demands.NONE, Optional.empty(), false, true));
        commit(NOTHING + "summary: still\n");
        open(inventory.toString(), Conditions.NONE);
    }

    @Test
    void whatWasDemandedWhenItWasLastUsedIsRememberedThoughHistoryIsRewritten() throws Exception {
        commit(BRANCH_MAIN);
        open(at("main"), Conditions.NONE);
        git.run("checkout", "-q", "--orphan", "fresh");
        commit(NOTHING);
        git.run("branch", "-q", "-f", "main", "fresh");
        Diagnostic dropped = refused(at("main"), Conditions.NONE);
        assertThat(dropped.summary()).contains("no longer demands branch=main", "when it was last used here");
        try (Stream<Path> kept = Files.list(machine.state().resolve("demands"))) {
            Files.writeString(kept.findFirst().orElseThrow(), "broken");
        }
        assertThat(catchThrowableOfType(LocalFault.class, () -> open(at("main"), Conditions.NONE)))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aBranchIsReachedByItsName() throws Exception {
        String commit = commit(BRANCH_MAIN);
        git.run("tag", "v1");
        open(at("main"), Conditions.NONE);
        open(at("HEAD"), Conditions.NONE);
        open(inventory.toString(), Conditions.NONE);
        assertThat(refused(at("v1"), Conditions.NONE).summary())
                .contains("is from v1, and the branch main is demanded");
        assertThat(refused(at(commit), Conditions.NONE).code()).isEqualTo("demand-branch");
        git.run("checkout", "-q", "--detach");
        assertThat(refused(inventory.toString(), Conditions.NONE).code()).isEqualTo("demand-branch");
        assertThat(refused(at("main"), requiring("branch=production")).code()).isEqualTo("demand-branch");
    }

    @Test
    void whatIsInNoRepositoryMeetsNoDemand() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.writeString(plain.resolve("inventory.yaml"), "inventory: demo\ndemands: { clean: true }\n");
        assertThat(refused(plain.toString(), Conditions.NONE).summary()).contains("is in no git repository");
        Files.writeString(plain.resolve("inventory.yaml"), NOTHING);
        open(plain.toString(), Conditions.NONE);
        assertThat(refused(plain.toString(), requiring("signed")).code()).isEqualTo("demand-git");
    }

    @Test
    void onlyWhoTheMachineKnowsMaySign() throws Exception {
        Path ada = key("ada");
        Path mallory = key("mallory");
        Path signers = folder.resolve("signers");
        allow(signers, "ada");
        commit(NOTHING);
        assertThat(refused(at("main"), signed(signers)).summary()).contains("is not signed");
        signedCommit(ada, NOTHING);
        open(at("main"), signed(signers));
        open(inventory.toString(), signed(signers));
        write(NOTHING + "summary: not signed\n");
        assertThat(refused(inventory.toString(), signed(signers)).code()).isEqualTo("demand-clean");

        allow(repository.resolve("signers"), "mallory");
        signedCommit(mallory, NOTHING);
        assertThat(refused(at("main"), signed(signers)).summary()).contains("nobody in " + signers);
        assertThat(refused(inventory.toString(), signed(repository.resolve("signers")))
                        .summary())
                .contains("is a file of the repository");
        assertThat(refused(at("main"), requiring("signed")).summary()).contains("nobody has said who may sign");

        Path config = Files.createDirectories(machine.settings()).resolve("config.yaml");
        Files.writeString(config, "git: { require: [signed], signers: " + signers + " }\n");
        assertThat(refused(at("main"), Conditions.NONE).summary()).contains("nobody in " + signers);
        assertThatCode(() -> open(at("main~1"), Conditions.NONE)).doesNotThrowAnyException();
    }

    private Path key(String name) throws Exception {
        Path key = folder.resolve(name);
        Process made = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return key;
    }

    private void allow(Path list, String name) throws IOException {
        Files.writeString(list, name + "@example.org " + Files.readString(folder.resolve(name + ".pub")));
    }

    private void signedCommit(Path key, String text) throws Exception {
        write(text);
        git.run("add", "-A");
        git.run(
                "-c",
                "gpg.format=ssh",
                "-c",
                "user.signingKey=" + key,
                "commit",
                "-q",
                "--allow-empty",
                "-S",
                "-m",
                "signed");
    }
}
