// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Bound;
import io.shakebook.spi.value.SecretRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What approving a plan approves beside what stands in it: values that the server chooses, and those of secrets. */
final class PlanCovers {

    private PlanCovers() {}

    /** Sentences; none if the plan holds every value that will be written. */
    static List<String> of(Plan plan) {
        List<String> covers = new ArrayList<>();
        Set<String> used = used(plan);
        Map<String, Long> chosen = plan.steps().stream()
                .flatMap(step -> step.outputs().entrySet().stream()
                        .flatMap(output -> fields(output.getValue())
                                .filter(field -> !field.bound().equals(Bound.ANY)
                                        || used.contains(step.address() + "." + output.getKey()))))
                .distinct()
                .collect(Collectors.groupingBy(PlanCovers::what, LinkedHashMap::new, Collectors.counting()));
        if (!chosen.isEmpty()) {
            covers.add("what the server will choose: "
                    + chosen.entrySet().stream()
                            .map(kind -> kind.getValue() + " × " + Escaped.of(kind.getKey()))
                            .collect(Collectors.joining(", "))
                    + "; at any other value the run stops before it is used");
        }
        Set<SecretRef> secrets = new LinkedHashSet<>();
        plan.changes().forEach(change -> secrets.addAll(secrets(change)));
        if (!secrets.isEmpty()) {
            Values values = new Values(plan.made().secrets());
            covers.add("the secrets as they are when they are written: "
                    + secrets.stream().map(values::secret).distinct().collect(Collectors.joining(", ")));
        }
        return covers;
    }

    /** Outputs that later steps are made with. What nobody uses, and what a server need not choose at all, is no news. */
    private static Set<String> used(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> Holes.in(step.args()).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static Set<SecretRef> secrets(Change change) {
        return change.body().map(body -> Holes.secretsIn(body.tree())).orElse(Set.of());
    }

    private static Stream<PlannedOutput.Field> fields(PlannedOutput output) {
        if (output instanceof PlannedOutput.Joined joined) {
            return joined.parts().stream().flatMap(PlanCovers::fields);
        }
        return output instanceof PlannedOutput.Field field ? Stream.of(field) : Stream.empty();
    }

    private static String what(PlannedOutput.Field field) {
        String bound = field.bound().words();
        List<FieldPath.Segment> path = field.path().segments();
        return path.get(path.size() - 1) + (bound.isEmpty() ? " (any value)" : " (" + bound + ")");
    }
}
