// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.util.Objects.requireNonNull;

import io.shakebook.cli.report.PlanReport;
import io.shakebook.cli.report.Screen;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Digest;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.engine.source.JsonReader;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans one step that changes nothing, about an object that nobody has, and throws the plan away. */
final class Rehearsal {
    private static final String WORD = "a";
    private static final Screen SCREEN = new Screen(80, false);
    private static final String LIVE = """
            {"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "b"},
             "metadata": {"name": "a", "namespace": "a", "uid": "a", "resourceVersion": "1",
              "managedFields": [{"manager": "a", "operation": "Apply", "time": "2000-01-01T00:00:00Z",
                                 "fieldsV1": {"f:data": {"f:a": {}}}}]}}
            """;

    private Rehearsal() {}

    static void run() {
        try {
            compare(new Manifest(object(JsonReader.read(LIVE))));
        } catch (JsonReader.Broken | Secrets.Missing | Unanswered impossible) {
            throw new IllegalStateException(impossible);
        }
        Plan plan = plan();
        new PlanReport(SCREEN).text(plan, Optional.of(Digest.of(plan).text()), Optional.empty());
    }

    private static Map<String, Object> object(@Nullable Object json) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(json)).forEach((name, value) -> object.put((String) name, value));
        return object;
    }

    private static void compare(Manifest live) throws Secrets.Missing, Unanswered {
        Manifest wanted = Manifest.of(live.ref(), Map.of("data", Map.of("a", "b")));
        Secrets none = ref -> {
            throw new Secrets.Missing(ref);
        };
        new Differ(none, new StandardFileFormats()).compare(new Wanted.Present(wanted), Optional.of(live), WORD);
    }

    private static Plan plan() {
        var access = new ClusterEntry.Kubeconfig(Optional.empty(), WORD, Optional.empty(), Optional.empty());
        Made made = new Made(
                WORD,
                new Made.Playbook(WORD, WORD, WORD),
                new Made.Inventory(WORD, WORD, WORD),
                Map.of(),
                Map.of(WORD, new Made.Cluster(WORD, WORD)),
                Map.of(WORD, new ClusterEntry(WORD, access, Optional.empty(), 1)),
                List.of(),
                Map.of(WORD, WORD));
        PlannedStep step = new PlannedStep(
                new StepAddress(WORD, WORD, ""),
                WORD,
                Optional.empty(),
                WORD,
                WORD,
                WORD,
                List.of(),
                Duration.ofMinutes(1),
                Duration.ZERO,
                List.of(),
                Map.of(WORD, WORD),
                List.of(),
                Map.of());
        PlannedPhase phase = new PlannedPhase(WORD, List.of(), OnFailure.STOP, Optional.empty(), List.of());
        Seen seen = new Seen("", Map.of(), Map.of(step.address().toString(), WORD), Map.of(), List.of(WORD), Map.of());
        return new Plan(made, List.of(), List.of(phase), List.of(step), seen);
    }
}
