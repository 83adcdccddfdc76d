// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.cli.report.Console;
import io.shakebook.cli.verb.ApplyVerb;
import io.shakebook.cli.verb.ClustersVerb;
import io.shakebook.cli.verb.DemoVerb;
import io.shakebook.cli.verb.DriftVerb;
import io.shakebook.cli.verb.GraphVerb;
import io.shakebook.cli.verb.InventoryVerb;
import io.shakebook.cli.verb.ModulesVerb;
import io.shakebook.cli.verb.PermissionsVerb;
import io.shakebook.cli.verb.PlanVerb;
import io.shakebook.cli.verb.ResumeVerb;
import io.shakebook.cli.verb.RunVerb;
import io.shakebook.cli.verb.RunsVerb;
import io.shakebook.cli.verb.ShowVerb;
import io.shakebook.cli.verb.Surroundings;
import io.shakebook.cli.verb.UndoVerb;
import io.shakebook.cli.verb.ValidateVerb;
import io.shakebook.cli.verb.Verbs;
import io.shakebook.wiring.Engine;
import io.shakebook.wiring.EngineDemo;
import io.shakebook.wiring.EngineInventories;
import io.shakebook.wiring.EnginePlanFiles;
import io.shakebook.wiring.EngineRuns;
import io.shakebook.wiring.EngineStart;
import io.shakebook.wiring.EngineSurvey;
import io.shakebook.wiring.EngineUndo;
import io.shakebook.wiring.Machine;
import io.shakebook.wiring.ModuleJars;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the parts together by hand, each when it is first needed. */
final class Wiring {
    private final Console console;
    private final Supplier<Machine> machine;

    Wiring(Console console, Supplier<Machine> machine) {
        this.console = console;
        this.machine = machine;
    }

    /** The machine of this process. */
    static Wiring ofProcess(Console console) {
        return new Wiring(console, () -> machine().telling(line -> console.note(line + "\n"), console::remark));
    }

    Verbs verbs() {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("validate", () -> new ValidateVerb(console, new Engine(machine.get())));
        verbs.put("plan", () -> new PlanVerb(around(), new Engine(machine.get()), new EnginePlanFiles(machine.get())));
        verbs.put("drift", () -> new DriftVerb(around(), new Engine(machine.get())));
        verbs.put("run", () -> new RunVerb(around(), state -> new Engine(keeping(state))));
        verbs.put("show", () -> new ShowVerb(around(), new EnginePlanFiles(machine.get())));
        verbs.put(
                "apply",
                () -> new ApplyVerb(
                        around(), state -> new EnginePlanFiles(keeping(state)), state -> new Engine(keeping(state))));
        verbs.put("resume", () -> new ResumeVerb(around(), state -> new EngineRuns(keeping(state))));
        verbs.put(
                "undo",
                () -> new UndoVerb(
                        around(), state -> new EngineUndo(keeping(state)), new EnginePlanFiles(machine.get())));
        verbs.put("runs", () -> new RunsVerb(around(), state -> new EngineRuns(keeping(state))));
        verbs.put("graph", () -> new GraphVerb(console, new Engine(machine.get())));
        verbs.put("permissions", () -> new PermissionsVerb(console, new Engine(machine.get())));
        verbs.put("modules", () -> new ModulesVerb(console, new ModuleJars(machine.get())));
        verbs.put("clusters", () -> new ClustersVerb(console, new EngineSurvey(machine.get())));
        verbs.put(
                "inventory",
                () -> new InventoryVerb(
                        around(), new EngineInventories(machine.get()), new EngineStart(machine.get())));
        verbs.put("demo", () -> new DemoVerb(around(), new EngineDemo(machine.get())));
        return new Verbs(console, verbs);
    }

    /** @param state the folder that keeps runs instead of the usual one */
    private Machine keeping(Optional<String> state) {
        Machine usual = machine.get();
        return state.map(usual::keepingRunsBelow).orElse(usual);
    }

    private Surroundings around() {
        String program = System.getProperty("shakebook.command", "shakebook");
        return new Surroundings(
                console, Clock.systemUTC(), new TimerTicks(), new ProcessSignals(), Operator.name(), program);
    }

    private static Machine machine() {
        return new Machine(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getProperty("shakebook.home")).map(Path::of),
                Clock.systemUTC(),
                new LateRandom(),
                Version.read(),
                Operator.name());
    }
}
