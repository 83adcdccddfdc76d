// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.value.SecretRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back what {@link PlanTree} writes. Used once. */
final class PlanReader {
    private final JsonObject file;
    private final Made made;
    private final ValueTree values;
    private final ChangeTree changes;
    private final OutputTree outputs;

    PlanReader(JsonObject file) throws Misfit {
        this.file = file;
        this.made = made(file.object("made"));
        this.values = new ValueTree(made.secrets());
        this.changes = new ChangeTree(values);
        this.outputs = new OutputTree(values);
    }

    Plan plan() throws Misfit {
        Plan plan = new Plan(
                made,
                file.objectList("facts", this::fact),
                file.objectList("phases", PlanReader::phase),
                file.objectList("steps", this::step),
                seen(file.object("seen")));
        file.done();
        return plan;
    }

    private static Made made(JsonObject json) throws Misfit {
        JsonObject playbook = json.object("playbook");
        JsonObject inventory = json.object("inventory");
        Made made = new Made(
                json.text("by"),
                new Made.Playbook(
                        playbook.text("name"),
                        playbook.text("path"),
                        playbook.text("revision"),
                        RevisionTree.read(playbook)),
                new Made.Inventory(
                        inventory.text("name"),
                        inventory.text("path"),
                        inventory.text("revision"),
                        RevisionTree.read(inventory)),
                json.objects("parameters", p -> new Made.Parameter(p.text("value"), p.text("origin"))),
                json.objects("clusters", PlanReader::cluster),
                AccessTree.read(json),
                secrets(json),
                json.texts("modules"),
                json.has("undoes") ? Optional.of(undoes(json.object("undoes"))) : Optional.empty());
        playbook.done();
        inventory.done();
        json.done();
        return made;
    }

    private static Made.Cluster cluster(JsonObject json) throws Misfit {
        return new Made.Cluster(
                json.text("identity"),
                json.text("about"),
                json.textList("locks", LeaseName::parse),
                json.flag("may-be-down"));
    }

    private static Made.Undoes undoes(JsonObject json) throws Misfit {
        Made.Undoes undoes = new Made.Undoes(json.text("run"), json.text("digest"));
        json.done();
        return undoes;
    }

    private static List<SecretRef> secrets(JsonObject json) throws Misfit {
        Map<String, SecretRef> table = json.objects("secrets", SecretTree::read);
        List<SecretRef> secrets = new ArrayList<>();
        for (Map.Entry<String, SecretRef> secret : table.entrySet()) {
            if (!secret.getKey().equals(ValueTree.name(secrets.size()))) {
                throw json.wrong("secrets", "must be numbered from #1");
            }
            secrets.add(secret.getValue());
        }
        return secrets;
    }

    private FactRecord fact(JsonObject json) throws Misfit {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        JsonObject written = json.object("rows");
        for (String key : written.members().keySet()) {
            rows.put(key, values.readMembers(written.map(key)));
        }
        return new FactRecord(
                json.text("fact"),
                json.text("lookup"),
                json.text("evidence"),
                values.readMembers(json.map("args")),
                rows);
    }

    private PlannedStep step(JsonObject json) throws Misfit {
        Optional<String> confirm = json.optionalText("confirm");
        return new PlannedStep(
                StepAddress.parse(json.text("step")),
                confirm.isPresent() ? "" : json.text("module"),
                confirm,
                json.text("cluster"),
                json.text("namespace"),
                json.text("at"),
                json.textList("needs", StepAddress::parse),
                Duration.parse(json.text("within")),
                Duration.parse(json.text("hold")),
                json.textList("uses", column -> column),
                values.readMembers(json.map("args")),
                json.objectList("changes", changes::read),
                json.objects("outputs", outputs::read));
    }

    private static PlannedPhase phase(JsonObject json) throws Misfit {
        return new PlannedPhase(
                json.text("phase"),
                json.textList("needs", phase -> phase),
                ChangeTree.word(OnFailure.class, json.text("on-failure")),
                json.optionalText("point-of-no-return"),
                json.textList("notes", note -> note));
    }

    private static Seen seen(JsonObject json) throws Misfit {
        Seen seen = new Seen(
                json.text("at"),
                json.texts("resource-versions"),
                json.texts("ready"),
                json.texts("taken"),
                json.textList("warnings", warning -> warning),
                json.texts("unreachable"));
        json.text("sum"); // compared with the whole text
        json.done();
        return seen;
    }
}
