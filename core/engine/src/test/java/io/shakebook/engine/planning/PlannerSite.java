// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.value.SecretRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plans playbooks over two clusters, from text to plan. */
final class PlannerSite {
    private static final String INVENTORY = """
            inventory: t
            clusters:
              east: { context: east }
              west: { context: west }
            """;

    private final TwoClusters clusters;
    private final Rules rules;

    PlannerSite(TwoClusters clusters) {
        this(clusters, new Rules());
    }

    /** @param rules of access on both */
    PlannerSite(TwoClusters clusters, Rules rules) {
        this.clusters = clusters;
        this.rules = rules;
    }

    private interface Work<T> {
        T of(Planner planner, Expansion expansion) throws Exception;
    }

    /** Plans the playbook t. @param files by path */
    Plan plan(Map<String, String> files) throws Exception {
        return with(files, Planner::plan);
    }

    /** What the playbook t must be allowed. */
    Required required(String playbook) throws Exception {
        return with(Map.of("t.yaml", playbook), Planner::required);
    }

    private <T> T with(Map<String, String> files, Work<T> work) throws Exception {
        Problems problems = new Problems();
        Inventory inventory = new InventoryParser(Things.catalog(), problems)
                .parse(Trees.of(Map.of("inventory.yaml", INVENTORY)))
                .orElseThrow();
        Expander expander = new Expander(Things.catalog(), new ConfFormat());
        LiveFacts facts = new LiveFacts(clusters);
        Expansion expansion = expander.expand(expander.check(Trees.of(files), "t.yaml", inventory, Map.of()), facts);
        PlanningPorts ports = new PlanningPorts(
                clusters,
                facts,
                rules,
                clusters,
                new Differ(new NoSecrets(), new ConfFormat()),
                new ContentDigest(new ConfFormat()),
                "test");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Planner planner = new Planner(
                    ports,
                    new Made.Playbook("t", "t.yaml", ""),
                    new Made.Inventory("t", "t", ""),
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    threads);
            return work.of(planner, expansion);
        } finally {
            threads.shutdownNow();
        }
    }

    Plan plan(String playbook) throws Exception {
        return plan(Map.of("t.yaml", playbook));
    }

    /** Code and summary of everything that speaks against the playbook. */
    List<String> speaksAgainst(String playbook) throws Exception {
        try {
            plan(playbook);
            return List.of();
        } catch (Unplannable e) {
            return java.util.stream.Stream.concat(e.mistakes().stream(), e.refusals().stream())
                    .map(PlannerSite::shown)
                    .toList();
        } catch (Mistakes e) {
            return e.diagnostics().stream().map(PlannerSite::shown).toList();
        }
    }

    private static String shown(Diagnostic one) {
        return one.code() + ": " + one.summary();
    }

    /** What is said of each step that is not planned to change anything, by address. */
    static Map<String, String> states(Plan plan) {
        Map<String, String> states = new LinkedHashMap<>();
        plan.steps().forEach(step -> {
            String address = step.address().toString();
            states.put(
                    address,
                    step.changesAnything() ? "changes" : plan.seen().ready().get(address));
        });
        return states;
    }

    private static final class NoSecrets implements Secrets {
        @Override
        public String open(SecretRef ref) throws Missing {
            throw new Missing(ref);
        }
    }
}
