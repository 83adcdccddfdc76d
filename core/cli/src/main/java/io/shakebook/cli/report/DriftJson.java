// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.StepDrift;
import io.shakebook.engine.source.Json;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is not as the playbook says, as JSON: described in {@code docs/drift.md}. Holds no secret's value. */
public final class DriftJson {
    private static final String FORMAT = "shakebook.drift/1";
    private final Values values;

    private DriftJson(Values values) {
        this.values = values;
    }

    public static String text(Drift drift) {
        DriftJson json = new DriftJson(new Values(drift.made().secrets()));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("at", drift.at());
        tree.put("playbook", drift.made().playbook().path());
        tree.put("inventory", drift.made().inventory().path());
        tree.put("differs", drift.differs());
        tree.put("steps", drift.steps().stream().map(json::step).toList());
        tree.put("unread", drift.unread().stream().map(DriftJson::unread).toList());
        tree.put("unreachable", drift.unreachable());
        tree.put("warnings", drift.warnings());
        return Json.pretty(tree);
    }

    private static Object unread(Drift.Unread part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("part", part.part());
        tree.put("why", part.why());
        return tree;
    }

    private Object step(StepDrift step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.address().toString());
        tree.put("module", step.module());
        tree.put("cluster", step.cluster());
        tree.put("standing", step.standing().word());
        tree.put("words", step.words());
        tree.put("objects", step.objects().stream().map(this::object).toList());
        return tree;
    }

    private Object object(ObjectDrift object) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", object.object().kind().name());
        tree.put("namespace", object.object().namespace());
        tree.put("name", object.object().name());
        tree.put("problem", object.problem().word());
        tree.put("fields", fields(object));
        object.lastOther().ifPresent(author -> tree.put("last-other", author(author)));
        return tree;
    }

    private List<Object> fields(ObjectDrift object) {
        List<Object> fields = new ArrayList<>();
        object.diff()
                .fields()
                .forEach(field ->
                        fields.add(field(object, field.path(), Optional.empty(), field.before(), field.after())));
        object.diff().files().forEach(file -> {
            if (file.keys().isEmpty()) {
                fields.add(field(object, file.file(), Optional.empty(), Side.NONE, Side.NONE));
            }
            for (KeyChange key : file.keys()) {
                fields.add(field(object, file.file(), Optional.of(key.key()), key.before(), key.after()));
            }
        });
        if (object.problem() == ObjectDrift.Problem.HELD) {
            object.by()
                    .keySet()
                    .forEach(path -> fields.add(field(object, path, Optional.empty(), Side.NONE, Side.NONE)));
        }
        return fields;
    }

    private Object field(ObjectDrift object, FieldPath path, Optional<String> key, Side found, Side wanted) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", path.toString());
        key.ifPresent(name -> tree.put("key", name));
        side(found).ifPresent(side -> tree.put("found", side));
        side(wanted).ifPresent(side -> tree.put("wanted", side));
        Optional.ofNullable(object.by().get(path)).ifPresent(author -> tree.put("by", author(author)));
        Optional.ofNullable(object.follows().get(path)).ifPresent(step -> tree.put("follows", step.toString()));
        return tree;
    }

    /** A value; or a text in which secrets and what is not known yet are named; or that it is masked. */
    private Optional<Object> side(Side side) {
        if (side instanceof Side.Value value) {
            boolean plain = Holes.in(value.value()).isEmpty()
                    && Holes.secretsIn(value.value()).isEmpty();
            return Optional.of(
                    plain && !holdsText(value.value())
                            ? Map.of("value", value.value())
                            : Map.of("text", values.value(value.value())));
        }
        return side instanceof Side.Masked masked
                ? Optional.of(Map.of("masked", masked.equal() ? "equal" : "another value"))
                : Optional.empty();
    }

    private static boolean holdsText(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(DriftJson::holdsText);
        }
        return node instanceof List<?> list ? list.stream().anyMatch(DriftJson::holdsText) : node instanceof Text;
    }

    private static Object author(Author author) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("manager", author.manager());
        tree.put("operation", author.operation());
        tree.put("subresource", author.subresource());
        tree.put("time", author.time());
        return tree;
    }
}
