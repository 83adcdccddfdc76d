// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.Demo;
import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.ApiServer;
import io.shakebook.wiring.EngineDemo;
import io.shakebook.wiring.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A copy of the playbooks and the demo inventory in a folder, served, for stories that are told in one process. */
final class DemoSite implements AutoCloseable {
    private static final List<String> WRITTEN =
            List.of("/apis/apps/v1/deployments", "/api/v1/services", "/api/v1/configmaps", "/api/v1/secrets");

    private final Path folder;
    private final Map<String, String> environment;
    private final Optional<Path> installation;
    private final StringBuilder everything = new StringBuilder();
    private Deadlines deadlines = Deadlines.USUAL;
    private Optional<Demo.Served> served = Optional.empty();

    /** What a command gave. */
    record Result(int code, String out, String err) {
        Result exits(int expected) {
            assertThat(code).as(() -> out + err).isEqualTo(expected);
            return this;
        }

        Result says(String... words) {
            String text = (out + err).replaceAll("\\s+", " ");
            for (String word : words) {
                assertThat(text).contains(word);
            }
            return this;
        }
    }

    DemoSite(Path folder) throws IOException {
        this(folder, Map.of(), Optional.empty());
    }

    /** @param environment variables of the machine, beside that of the state */
    DemoSite(Path folder, Map<String, String> environment, Optional<Path> installation) throws IOException {
        this.folder = folder;
        this.environment = new TreeMap<>(environment);
        this.environment.put("XDG_STATE_HOME", file("state").toString());
        this.installation = installation;
        copy(Path.of("../../playbooks"), "playbooks");
        copy(Path.of("../../inventories/demo"), "demo");
    }

    private void copy(Path from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, quick(Files.readString(file)));
            }
        }
    }

    private static String quick(String playbook) {
        return playbook.replaceAll("hold: \\d+s", "hold: 0s")
                .replaceAll("within: (2|10)m", "within: 3s")
                .replaceAll("within: 5m", "within: 20s");
    }

    /** How long a plan or a run waits for answers. */
    DemoSite impatient(Deadlines shorter) {
        deadlines = shorter;
        return this;
    }

    /** Puts a playbook beside the shipped ones. */
    DemoSite playbook(String name, String text) throws IOException {
        Path file = file("playbooks/redis-dr/" + name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, quick(text));
        return this;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    /** Changes a file of the copy. */
    DemoSite edit(String path, String what, String to) throws IOException {
        String text = Files.readString(file(path));
        assertThat(text).contains(what);
        Files.writeString(file(path), text.replace(what, to));
        return this;
    }

    DemoSite serve() throws Exception {
        served = Optional.of(new EngineDemo(machine()).serve(file("demo").toString()));
        return this;
    }

    /** Of what is served. */
    Path kubeconfig() {
        return served.orElseThrow().kubeconfig();
    }

    /** Speaks to a cluster behind Shakebook's back. */
    ApiClient api(String cluster) {
        return new ApiClient(new ApiServer(endpoint(cluster), Map.of(), Optional.empty(), Set.of()));
    }

    /** Where a cluster that is served listens. */
    URI endpoint(String cluster) {
        return served.orElseThrow().clusters().stream()
                .filter(one -> one.cluster().equals(cluster))
                .map(one -> URI.create(one.endpoint()))
                .findFirst()
                .orElseThrow();
    }

    /** Versions of all objects that a playbook could write: equal maps mean that nothing was written. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (String cluster : List.of("site-a", "site-b")) {
            for (String path : WRITTEN) {
                api(cluster)
                        .get(path)
                        .elements("/items")
                        .forEach(item -> versions.put(
                                cluster + path + "/"
                                        + item.at("/metadata/namespace").asString("") + "/"
                                        + item.at("/metadata/name").asString(""),
                                version(item)));
            }
        }
        return versions;
    }

    /** A workload's own version also counts its status, which controllers write. */
    private static String version(JsonNode item) {
        return item.at("/status/observedGeneration").isMissingNode()
                ? item.at("/metadata/resourceVersion").asString()
                : item.at("/metadata/generation").asString("") + item.at("/metadata/labels") + item.at("/spec");
    }

    /** {@code plan sync --exit-code} on the copy. */
    Result shakebook(String verb, String playbook, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                verb,
                file("playbooks/redis-dr/" + playbook + ".yaml").toString(),
                "-i",
                file("demo").toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    /** Any command line. */
    Result command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Terminal.NONE,
                false,
                () -> 100,
                new Answers(new ByteArrayInputStream(new byte[0])));
        int code = new Wiring(console, this::machine).verbs().run(arguments);
        everything.append(out.toString(UTF_8)).append(err.toString(UTF_8));
        return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    Result run(String playbook) {
        return shakebook("run", playbook, "--yes", "--confirm", "all");
    }

    /** All that was printed so far, and all journals. */
    String everythingShown() throws IOException {
        StringBuilder shown = new StringBuilder(everything);
        try (Stream<Path> journals = Files.walk(file("state/shakebook/runs"))) {
            for (Path journal : journals.filter(Files::isRegularFile).toList()) {
                shown.append(Files.readString(journal));
            }
        }
        return shown.toString();
    }

    Machine machine() {
        return new Machine(
                        environment,
                        folder,
                        folder,
                        installation,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        "test",
                        "li@ops-1")
                .waiting(deadlines);
    }

    /** Every plan that was carried out, as it was kept, keeps the schema. */
    private void checkPlans() {
        Path runs = file("state/shakebook/runs");
        if (!Files.isDirectory(runs)) {
            return;
        }
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path plan :
                    files.filter(file -> file.toString().endsWith(".plan.json")).toList()) {
                assertThat(PlanSchema.problems(Files.readString(plan)))
                        .as(plan.toString())
                        .isEmpty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        checkPlans();
        served.ifPresent(Demo.Served::close);
    }
}
