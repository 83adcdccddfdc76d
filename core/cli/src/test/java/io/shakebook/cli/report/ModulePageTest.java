// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Doc;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Port;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a module says of itself, as a user reads it: every field that can be written has its line. */
class ModulePageTest {
    private final Catalog catalog = new Catalog(List.of(new Ingress()), List.of(), List.of());

    record Args(
            @Doc("Name of the entrance") String name,
            @Doc("Where it listens") Listener listener,
            @Doc("Where requests go") List<Route> routes) {}

    record Listener(
            @Doc(value = "TCP port", defaultsTo = "443", example = "8443")
            Port port,

            @Doc("Encryption; without it there is none") Optional<Tls> tls) {}

    record Tls(@Doc("A Secret of type kubernetes.io/tls") String secret) {}

    /** Holds itself: taken apart once. */
    record Route(
            @Doc("Start of the path") String prefix,
            @Doc("Routes below this one") List<Route> below) {}

    private static final class Ingress implements StepModule<Args, NoOutputs> {
        @Override
        public ModuleSpec<Args, NoOutputs> spec() {
            return new ModuleSpec<>(
                    "entrance",
                    "An entrance from outside.",
                    "",
                    Args.class,
                    NoOutputs.class,
                    false,
                    List.of(new Permission("", "services", List.of("get", "patch"))),
                    List.of(new Example("One", "entrance:\n  name: front\n")));
        }

        @Override
        public Desired<NoOutputs> want(Args args, World world) {
            return Desired.nothing();
        }

        @Override
        public Verdict verify(Args args, World world) {
            return Verdict.ready("");
        }
    }

    @Test
    void aScreenShowsFieldsOfRecordsIndented() {
        GoldenFile.named("module.txt")
                .matches(new ModulesReport(Screen.plain(), catalog)
                        .page("entrance")
                        .orElseThrow());
    }

    @Test
    void aPageShowsFieldsOfRecordsByTheirPath() {
        String page = new ModuleMarkdown(catalog).pages().get("entrance.md");
        assertThat(page).isNotNull();
        GoldenFile.named("module.md").matches(page);
    }
}
