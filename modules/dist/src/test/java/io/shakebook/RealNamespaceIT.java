// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.AuditEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that makes the namespace of its own objects, on a real API server, which refuses even a dry run in what is not there. */
class RealNamespaceIT {
    private static final String MODULE = """
            package example;

            import io.shakebook.spi.*;
            import io.shakebook.spi.kube.*;
            import java.util.List;
            import java.util.Map;

            public final class Space implements StepModule<Space.Args, NoOutputs> {
                public record Args(@Doc("Its name") NamespaceName name) {}

                @Override
                public ModuleSpec<Args, NoOutputs> spec() {
                    return new ModuleSpec<>(
                            "space", "A namespace.", "", Args.class, NoOutputs.class, false,
                            List.of(new Permission("", "namespaces", List.of("get", "create", "patch"))), List.of());
                }

                @Override
                public Desired<NoOutputs> want(Args args, World world) {
                    return new Desired<>(
                            List.of(new Wanted.Present(Manifest.of(ref(args), Map.of()))), new NoOutputs());
                }

                @Override
                public Verdict verify(Args args, World world) throws Unanswered {
                    return world.here().get(ref(args)).isPresent()
                            ? Verdict.ready("there") : Verdict.waiting("not there yet");
                }

                private static ObjectRef ref(Args args) {
                    return new ObjectRef(Kind.NAMESPACE, "", args.name().value());
                }
            }
            """;
    private static final String PLAYBOOK = """
            playbook: made
            summary: A namespace and what lies in it.
            phases:
              - name: all
                cluster: site
                namespace: made
                steps:
                  - name: space
                    namespace: default
                    space: { name: made }
                  - name: settings
                    needs: [space]
                    configmap:
                      name: settings
                      data: { a.txt: one }
            """;

    @TempDir
    static Path folder;

    private static RealSpace space;

    @BeforeAll
    static void start() throws IOException {
        space = RealSpace.start(folder, "other");
        space.playbook("made", PLAYBOOK);
        Path source = Files.createDirectories(folder.resolve("example")).resolve("Space.java");
        Files.writeString(source, MODULE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ExampleJar.compile(classes, List.of(source));
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.shakebook.spi.StepModule"), "example.Space\n");
        Path jars = Files.createDirectories(folder.resolve("modules"));
        ExampleJar.pack(jars.resolve("space.jar"), classes);
        space.modules(jars);
    }

    @AfterAll
    static void end() {
        if (space != null) {
            space.close();
        }
    }

    @Test
    void whatLiesInItIsPlannedWithoutADryRunAndSaidSoAndTheSecondRunWritesNothing() {
        assertThat(space.exits(2, "plan", "made", "--exit-code").out())
                .contains("Namespace made", "ConfigMap made/settings", "its namespace is created by the plan");
        assertThat(space.asked())
                .filteredOn(AuditEntry::dryRun)
                .isNotEmpty()
                .noneMatch(entry -> entry.uri().contains("configmaps"));

        space.exits(0, "run", "made", "--yes");
        assertThat(space.writes()).allMatch(AuditEntry::guarded);
        assertThat(space.client()
                        .get("/api/v1/namespaces/made/configmaps/settings")
                        .value("/data/a.txt"))
                .isEqualTo("one");

        int written = space.writes().size();
        space.exits(0, "plan", "made", "--exit-code");
        space.exits(0, "run", "made", "--yes");
        assertThat(space.writes()).hasSize(written);
    }
}
