// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.PlanDifference;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.Unplannable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shakebook plan}. */
@Command(
        name = "plan",
        description = "Show what a run would change. Nothing is written.",
        footer = {
            "",
            "Examples:",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --exit-code   # 2 if there are changes",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --out my.plan   # then: apply my.plan",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --format markdown",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/prod --against main~1",
            ""
        })
public final class PlanVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;
    private final PlanFiles files;
    private final String program;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Mixin
    FleetOptions fleet = new FleetOptions();

    @Option(names = "--exit-code", description = "End with 2 if there are changes.")
    boolean exitCode;

    @Option(names = "--format", description = "How to print the plan: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    PlanFormat format = PlanFormat.text;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also keep the plan in a file, for show and apply; with --quiet only its digest is printed.")
    Optional<String> out = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "REF",
            description = "Also show what would be different with the inventory of this branch, tag or commit.")
    Optional<String> against = Optional.empty();

    @Spec
    CommandSpec spec = CommandSpec.create();

    public PlanVerb(Surroundings around, Session.Opener opener, PlanFiles files) {
        this.console = around.console();
        this.program = around.program();
        this.opener = opener;
        this.files = files;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        Optional<Fleet.Query> query = fleet.query();
        if (query.isPresent()) {
            return fleet(request, query.get()).number();
        }
        Optional<Plan> other = other(request);
        try (Session session = opener.open(request)) {
            Planned planned = session.plan();
            if (planned.preview()) {
                return preview(planned, request).number();
            }
            if (out.isPresent()) {
                files.write(out.get(), planned.file().get());
            }
            boolean digestOnly = common.quiet && out.isPresent();
            console.result(
                    digestOnly
                            ? planned.digest().orElseThrow() + "\n"
                            : format.of(planned, console.screen(), next(planned, request)));
            other.ifPresent(plan -> console.result(difference(planned.plan(), plan)));
            boolean changes = exitCode && planned.plan().changesAnything();
            return (changes ? ExitCode.CHANGES_PENDING : ExitCode.DONE).number();
        }
    }

    /** The plan with the inventory of another revision, made before this one, so that both see the world as it is. */
    private Optional<Plan> other(PlanRequest request) throws Exception {
        if (against.isEmpty()) {
            return Optional.empty();
        }
        if (format == PlanFormat.json) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--against compares for people: leave out --format json, which prints one plan");
        }
        PlanRequest over = request.comparedOver(opener.inventoryAt(request.inventory(), against.get()));
        try (Session session = opener.open(over)) {
            return Optional.of(session.plan().plan());
        } catch (Mistakes | Unplannable none) {
            console.note("With the inventory of " + against.get() + " no plan can be made:\n\n");
            throw none;
        }
    }

    private String difference(Plan now, Plan other) {
        String text = PlanDifference.withInventoryOf(console.screen(), against.orElseThrow(), now, other);
        return format == PlanFormat.markdown ? "\n```text\n" + text.strip() + "\n```\n" : "\n" + text;
    }

    private ExitCode fleet(PlanRequest request, Fleet.Query query) throws Exception {
        if (against.isPresent()) {
            throw fleet.usage("--against compares one plan; a fleet has one for each entry: compare each with -p");
        }
        if (out.isPresent()) {
            throw fleet.usage("--out keeps one plan; a fleet has one for each entry: keep each with -p");
        }
        Fleet picked = opener.fleet(request, query);
        try (FleetSessions sessions = FleetSessions.plan(opener, request, picked, console)) {
            TypedCommand next = fleet.repeated(new TypedCommand(program, "run", request));
            return new FleetPlan(console, format, exitCode, common.quiet).show(sessions, next);
        }
    }

    /** A preview is not to be saved, so it is never printed as a plan file. */
    private ExitCode preview(Planned planned, PlanRequest request) {
        if (format == PlanFormat.json) {
            console.note(PlanFormat.text.of(planned, console.screen(), Optional.empty()));
            return Failures.preview(console, planned, "no plan file was printed and nothing was written");
        }
        console.result(format.of(planned, console.screen(), Optional.empty()));
        String kept =
                out.map(file -> "a preview is not kept in \"" + file + "\"; ").orElse("");
        return Failures.preview(console, planned, kept + "nothing was written");
    }

    private Optional<String> next(Planned planned, PlanRequest request) {
        TypedCommand command = out.map(file -> new TypedCommand(program, "apply", file))
                .orElseGet(() -> new TypedCommand(program, "run", request));
        return Optional.of(command.toString()).filter(any -> planned.plan().changesAnything());
    }
}
