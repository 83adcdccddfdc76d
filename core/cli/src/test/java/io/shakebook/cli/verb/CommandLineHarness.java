// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.cli.ClusterSurvey;
import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.Modules;
import io.shakebook.cli.Session;
import io.shakebook.cli.Signals;
import io.shakebook.cli.Validation;
import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.engine.binding.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The command line as a user meets it, over ports that a test chooses. */
final class CommandLineHarness {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T21:00:00Z"), ZoneOffset.UTC);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Session.Opener opener = request -> {
        throw new IllegalStateException("no session is expected");
    };
    private FakePlanFiles files = new FakePlanFiles();
    private Validation validation = request -> List.of();
    private ClusterSurvey survey = inventory -> List.of();
    private InventoryStart start = new FakeStart();
    private InventoryReading inventories = new FakeInventories();
    private Terminal terminal = Terminal.NONE;
    private Typist typist = new Typist("", List.of());
    private Signals signals = asked -> () -> {};

    CommandLineHarness planning(Session.Opener other) {
        opener = other;
        return this;
    }

    CommandLineHarness keeping(FakePlanFiles other) {
        files = other;
        return this;
    }

    CommandLineHarness validating(Validation other) {
        validation = other;
        return this;
    }

    CommandLineHarness surveying(ClusterSurvey other) {
        survey = other;
        return this;
    }

    CommandLineHarness listing(InventoryReading other) {
        inventories = other;
        return this;
    }

    CommandLineHarness starting(InventoryStart other) {
        start = other;
        return this;
    }

    /** With a person in front, who types this. */
    CommandLineHarness onATerminal(String lines) {
        terminal = new Terminal(true, true, true);
        typist = new Typist("", lines.lines().toList());
        return this;
    }

    /** With a person in front, who types something before anything is asked, and then nothing more. */
    CommandLineHarness typingAhead(String lines) {
        terminal = new Terminal(true, true, true);
        typist = new Typist(lines, List.of());
        return this;
    }

    /** With a person in front, who presses Ctrl-C as soon as somebody listens for it. */
    CommandLineHarness interrupting() {
        terminal = new Terminal(true, true, true);
        signals = asked -> {
            asked.run();
            return () -> {};
        };
        return this;
    }

    int run(String... arguments) {
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8) {
                    @Override
                    public void print(String text) {
                        super.print(text);
                        typist.sees(text);
                    }
                },
                terminal,
                false,
                () -> 100,
                new Answers(typist));
        Surroundings around = new Surroundings(console, CLOCK, tick -> () -> {}, signals, "li@ops-1", "shakebook");
        Modules modules = () -> new Catalog(List.of(), List.of(), List.of());
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("validate", () -> new ValidateVerb(console, validation));
        verbs.put("plan", () -> new PlanVerb(around, opener, files));
        verbs.put("drift", () -> new DriftVerb(around, opener));
        verbs.put("run", () -> new RunVerb(around, state -> opener));
        verbs.put("show", () -> new ShowVerb(around, files));
        verbs.put("apply", () -> new ApplyVerb(around, state -> files, state -> opener));
        verbs.put("graph", () -> new GraphVerb(console, opener));
        verbs.put("permissions", () -> new PermissionsVerb(console, opener));
        verbs.put("modules", () -> new ModulesVerb(console, modules));
        verbs.put("clusters", () -> new ClustersVerb(console, survey));
        verbs.put("inventory", () -> new InventoryVerb(around, inventories, start));
        return new Verbs(console, verbs).run(arguments);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}
