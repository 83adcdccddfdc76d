// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.Revision;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A plan as a tree of JSON; {@link PlanReader} reads it back. */
final class PlanTree {
    private final ValueTree values;
    private final ChangeTree changes;
    private final OutputTree outputs;

    private PlanTree(Made made) {
        this.values = new ValueTree(made.secrets());
        this.changes = new ChangeTree(values);
        this.outputs = new OutputTree(values);
    }

    /** With its digest, unless it is a preview. */
    static Map<String, Object> of(Plan plan) {
        PlanTree tree = new PlanTree(plan.made());
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("format", PlanFile.FORMAT);
        written.put("made", made(plan.made()));
        written.put("facts", plan.facts().stream().map(tree::fact).toList());
        written.put("steps", plan.steps().stream().map(tree::step).toList());
        written.put("phases", plan.phases().stream().map(PlanTree::phase).toList());
        if (plan.seen().unreachable().isEmpty()) {
            written.put("digest", Digest.of(written).text());
        }
        written.put("seen", seen(plan.seen()));
        return written;
    }

    private static Map<String, Object> made(Made made) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("by", made.by());
        written.put(
                "playbook",
                origin(
                        made.playbook().name(),
                        made.playbook().path(),
                        made.playbook().revision(),
                        made.playbook().git()));
        written.put(
                "inventory",
                origin(
                        made.inventory().name(),
                        made.inventory().path(),
                        made.inventory().revision(),
                        made.inventory().git()));
        written.put("parameters", each(made.parameters(), p -> pairs("value", p.value(), "origin", p.origin())));
        written.put("clusters", each(made.clusters(), PlanTree::cluster));
        written.put("access", AccessTree.of(made.access()));
        Map<String, Object> secrets = new LinkedHashMap<>();
        for (int i = 0; i < made.secrets().size(); i++) {
            secrets.put(ValueTree.name(i), SecretTree.of(made.secrets().get(i)));
        }
        written.put("secrets", secrets);
        written.put("modules", made.modules());
        made.undoes().ifPresent(undoes -> written.put("undoes", pairs("run", undoes.run(), "digest", undoes.digest())));
        return written;
    }

    private static Map<String, Object> cluster(Made.Cluster cluster) {
        Map<String, Object> written = pairs("identity", cluster.identity(), "about", cluster.about());
        written.put("locks", ChangeTree.addresses(cluster.locks()));
        written.put("may-be-down", cluster.mayBeDown());
        return written;
    }

    private Map<String, Object> fact(FactRecord fact) {
        Map<String, Object> written = pairs("fact", fact.address(), "lookup", fact.lookup());
        written.put("evidence", fact.evidence());
        written.put("args", values.members(fact.args()));
        written.put("rows", each(fact.rows(), values::members));
        return written;
    }

    private Map<String, Object> step(PlannedStep step) {
        Map<String, Object> written = pairs("step", step.address().toString());
        step.confirm()
                .ifPresentOrElse(
                        question -> written.put("confirm", question), () -> written.put("module", step.module()));
        written.put("cluster", step.cluster());
        written.put("namespace", step.namespace());
        written.put("at", step.at());
        written.put("needs", ChangeTree.addresses(step.needs()));
        written.put("within", step.within().toString());
        written.put("hold", step.hold().toString());
        written.put("uses", step.uses());
        written.put("args", values.members(step.args()));
        written.put("changes", step.changes().stream().map(changes::written).toList());
        written.put("outputs", each(step.outputs(), outputs::written));
        return written;
    }

    private static Map<String, Object> phase(PlannedPhase phase) {
        Map<String, Object> written = pairs("phase", phase.address());
        written.put("needs", phase.needs());
        written.put(
                "on-failure", phase.onFailure().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        phase.pointOfNoReturn().ifPresent(why -> written.put("point-of-no-return", why));
        written.put("notes", phase.notes());
        return written;
    }

    /** Its sum lets a changed byte be found, and leaves out the time, which alone differs between plans of the same state. */
    private static Map<String, Object> seen(Seen seen) {
        Map<String, Object> written = pairs("at", seen.at());
        written.put("resource-versions", seen.resourceVersions());
        written.put("ready", seen.ready());
        written.put("taken", seen.taken());
        written.put("warnings", seen.warnings());
        written.put("unreachable", seen.unreachable());
        Map<String, Object> summed = new LinkedHashMap<>(written);
        summed.remove("at");
        written.put("sum", Digest.of(summed).text());
        return written;
    }

    private static Map<String, Object> origin(String name, String path, String revision, Optional<Revision> git) {
        Map<String, Object> written = pairs("name", name, "path", path, "revision", revision);
        RevisionTree.put(written, git);
        return written;
    }

    private static Map<String, Object> pairs(String... pairs) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            written.put(pairs[i], pairs[i + 1]);
        }
        return written;
    }

    private static <V> Map<String, Object> each(Map<String, V> members, Function<V, Object> writing) {
        Map<String, Object> written = new LinkedHashMap<>();
        members.forEach((key, value) -> written.put(key, writing.apply(value)));
        return written;
    }
}
