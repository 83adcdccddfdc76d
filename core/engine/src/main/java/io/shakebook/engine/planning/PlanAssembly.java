// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.value.SecretRef;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts planned steps together into a plan: what it was made from, which clusters and secrets it uses, what was seen. */
final class PlanAssembly {
    private final String tool;
    private final Made.Playbook playbook;
    private final Made.Inventory inventory;
    private final Clock clock;

    PlanAssembly(String tool, Made.Playbook playbook, Made.Inventory inventory, Clock clock) {
        this.tool = tool;
        this.playbook = playbook;
        this.inventory = inventory;
        this.clock = clock;
    }

    Plan plan(Expansion expansion, List<StepResult> results, SitesSeen sites) {
        List<PlannedStep> steps =
                results.stream().flatMap(result -> result.step().stream()).toList();
        Map<String, String> unreachable = new TreeMap<>(expansion.unanswered());
        unreachable.putAll(sites.dark());
        results.forEach(result -> unreachable.putAll(result.unreachable()));
        Made made = made(expansion, steps, sites.clusters());
        return new Plan(
                made,
                expansion.facts().stream().map(FactDraft::record).toList(),
                expansion.phases(),
                steps,
                seen(expansion, results, sites, unreachable));
    }

    /** What something was made from. @param clusters that it uses */
    Made made(Expansion expansion, List<PlannedStep> steps, Map<String, Made.Cluster> clusters) {
        List<SecretRef> secrets = secrets(expansion, steps);
        return new Made(
                tool,
                playbook,
                inventory,
                expansion.parameters(),
                clusters,
                access(expansion, steps, clusters.keySet(), secrets),
                secrets,
                modules(expansion.steps()));
    }

    /** Of the clusters that were asked who they are, and those that are read for a step or a secret. */
    private static Map<String, ClusterEntry> access(
            Expansion expansion, List<PlannedStep> steps, Set<String> clusters, List<SecretRef> secrets) {
        Set<String> names = new TreeSet<>(clusters);
        steps.forEach(step -> names.add(step.cluster()));
        secrets.forEach(secret -> secret.inCluster().ifPresent(place -> names.add(place.cluster())));
        Map<String, ClusterEntry> access = new TreeMap<>();
        expansion.access().forEach((name, entry) -> {
            if (names.contains(name)) {
                access.put(name, new ClusterEntry(name, entry.access(), Optional.empty(), entry.parallel()));
            }
        });
        return access;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Seen seen(Expansion expansion, List<StepResult> results, SitesSeen sites, Map<String, String> unreachable) {
        Map<String, String> versions = new LinkedHashMap<>();
        Map<String, String> ready = new LinkedHashMap<>();
        Map<String, String> taken = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>(sites.warnings());
        expansion.warnings().stream().map(PlanAssembly::shown).forEach(warnings::add);
        results.forEach(result -> {
            versions.putAll(result.versions());
            result.objects().forEach(object -> taken(object, taken));
            warnings.addAll(result.warnings());
            ready.put(result.draft().address().toString(), result.state());
        });
        openSecrets(results).ifPresent(warnings::add);
        return new Seen(now(), versions, ready, taken, warnings, unreachable);
    }

    private static void taken(PlannedObject object, Map<String, String> taken) {
        for (Take take : object.change().takes()) {
            object.before()
                    .flatMap(take::lastChange)
                    .ifPresent(time -> taken.put(Seen.key(object.change(), take), time));
        }
    }

    static String shown(Diagnostic warning) {
        return warning.summary() + warning.at().map(at -> " (" + at + ")").orElse("");
    }

    /** A secret in an object that is not a Secret can be read by whoever may read the object. */
    private static Optional<String> openSecrets(List<StepResult> results) {
        List<Change> open = results.stream()
                .flatMap(result -> result.step().stream())
                .flatMap(step -> step.changes().stream())
                .filter(change -> !change.target().object().kind().equals(Kind.SECRET))
                .filter(change -> change.body()
                        .filter(body -> !Holes.secretsIn(body.tree()).isEmpty())
                        .isPresent())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Set<String> kinds = new TreeSet<>();
        open.forEach(change -> kinds.add(change.target().object().kind().name()));
        return Optional.of("passwords stand in clear text in " + open.size() + " " + String.join(" and ", kinds)
                + (open.size() == 1 ? "" : "s") + "; a Secret would hide them");
    }

    private static List<SecretRef> secrets(Expansion expansion, List<PlannedStep> steps) {
        Map<String, SecretRef> bySource = new LinkedHashMap<>();
        Set<SecretRef> all = new LinkedHashSet<>();
        expansion
                .facts()
                .forEach(fact -> all.addAll(Holes.secretsIn(fact.record().args())));
        for (PlannedStep step : steps) {
            all.addAll(Holes.secretsIn(step.args()));
            step.changes().forEach(change -> change.body().ifPresent(body -> all.addAll(Holes.secretsIn(body.tree()))));
        }
        all.forEach(ref -> bySource.putIfAbsent(ref.source(), ref));
        return List.copyOf(bySource.values());
    }

    private static Map<String, String> modules(List<StepDraft> steps) {
        Map<String, String> modules = new TreeMap<>();
        steps.forEach(draft ->
                draft.module().ifPresent(module -> modules.put(module.spec().name(), Catalog.version(module))));
        return modules;
    }
}
