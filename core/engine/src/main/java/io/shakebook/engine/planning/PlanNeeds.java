// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.AccessCheck;
import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.access.MissingAccess;
import io.shakebook.engine.access.Need;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;

/** What a whole plan must be allowed, and what of it we are not. */
final class PlanNeeds {
    private final PlanningPorts ports;
    private final AccessReviews access;
    private final AccessCheck check;
    private final MissingAccess missing;

    /** @param remedy how to see what is to be granted */
    PlanNeeds(PlanningPorts ports, ExecutorService threads, String remedy) {
        this.ports = ports;
        this.access = ports.access();
        this.check = new AccessCheck(access, threads);
        this.missing = new MissingAccess(access, remedy);
    }

    /**
     * What was found out.
     *
     * @param refusals what the run will need and we may not do, or what we were refused already
     * @param warnings of clusters that cannot be asked
     */
    record Outcome(List<Diagnostic> refusals, List<String> warnings) {
        static final Outcome FINE = new Outcome(List.of(), List.of());
    }

    /**
     * Asks for everything that a run needs, if the plan changes anything.
     *
     * @param locks those that count if it is not known what is changed, since it may not be read
     */
    Outcome demand(List<StepResult> results, SitesSeen sites, LocksNeeded locks) throws InterruptedException {
        boolean changes = results.stream().anyMatch(result -> !result.objects().isEmpty());
        boolean forbidden =
                results.stream().anyMatch(result -> result.forbidden().isPresent());
        if (!changes && !forbidden) {
            return Outcome.FINE;
        }
        Map<String, String> unknown = new TreeMap<>();
        Set<Need> needs = new TreeSet<>();
        for (StepResult result : results) {
            add(needs, unknown, result, () -> new StepNeeds(access, result).asPlanned());
        }
        facts(needs, unknown);
        needs.addAll(sites.lockNeeds());
        if (forbidden) {
            needs.addAll(sites.with(locks.orWhereWritten(needs), Set.of()).lockNeeds());
        }
        Set<String> dark = new TreeSet<>(sites.dark().keySet());
        results.forEach(result -> dark.addAll(result.unreachable().keySet()));
        needs.removeIf(need -> dark.contains(need.cluster()));
        AccessCheck.Found found = check.ask(needs);
        unknown.putAll(found.unknown());
        List<Diagnostic> refusals = new ArrayList<>(missing.diagnostics(found.missing()));
        if (refusals.isEmpty()) {
            results.forEach(result -> result.forbidden().ifPresent(why -> refusals.add(told(result, why))));
        }
        return new Outcome(refusals, warnings(unknown));
    }

    /** Whether it is the server that finds a step wrong as things are: a namespace that is still missing, for example. */
    static boolean byServer(Diagnostic mistake) {
        return mistake.code().equals("refused-by-server");
    }

    /** Whatever state the objects are in. */
    Required always(List<StepResult> results, SitesSeen sites, Expansion expansion) {
        Map<String, String> unknown = new TreeMap<>(expansion.unanswered());
        unknown.putAll(sites.dark());
        Set<Need> needs = new TreeSet<>();
        List<String> open = new ArrayList<>();
        for (StepResult result : results) {
            add(needs, unknown, result, () -> new StepNeeds(access, result).always());
            String step = "\"" + result.draft().address() + "\": ";
            result.forbidden().ifPresent(why -> open.add(step + why));
            unknown.putAll(result.unreachable());
            result.refusals().forEach(refusal -> open.add(refusal.summary()));
            result.mistakes().forEach(mistake -> open.add(mistake.summary()));
        }
        facts(needs, unknown);
        SitesSeen locked = sites.with(expansion.locks().orWhereWritten(needs), Set.of());
        needs.addAll(locked.lockNeeds());
        sites.clusters()
                .keySet()
                .forEach(cluster -> needs.add(new Need(cluster, "", "", "namespaces", "get", "kube-system")));
        unknown.forEach((cluster, why) -> open.add("no answer from \"" + cluster + "\": " + why));
        Map<String, String> about = new LinkedHashMap<>();
        needs.forEach(need -> about.computeIfAbsent(need.cluster(), ports.clusters()::about));
        return new Required(new TreeSet<>(needs), about, open);
    }

    private void facts(Set<Need> needs, Map<String, String> unknown) {
        for (Read read : ports.facts().reads()) {
            try {
                String verb = read.name().isEmpty() ? "list" : "get";
                needs.add(StepNeeds.need(access, read.cluster(), verb, read.kind(), read.namespace(), read.name()));
            } catch (Unanswered e) {
                unknown.put(e.cluster(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** A question to a cluster about what is needed. */
    private interface Asking {
        Set<Need> read() throws Unanswered;
    }

    private static void add(Set<Need> needs, Map<String, String> unknown, StepResult result, Asking reading) {
        if (result.draft().module().isEmpty()) {
            return;
        }
        try {
            needs.addAll(reading.read());
        } catch (Unanswered e) {
            unknown.put(e.cluster(), String.valueOf(e.getMessage()));
        }
    }

    private static Diagnostic told(StepResult result, String why) {
        return Diagnostic.error(
                "forbidden",
                "\"" + result.draft().address() + "\": " + why,
                result.draft().at(),
                "ask whoever administers the cluster; by its own rules of access this would be allowed");
    }

    private static List<String> warnings(Map<String, String> unknown) {
        List<String> warnings = new ArrayList<>();
        unknown.forEach((cluster, why) -> warnings.add(
                "it is not known whether a run is allowed everything it needs on \"" + cluster + "\": " + why));
        return warnings;
    }
}
