// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changes as JSON, both ways. */
final class ChangeTree {
    private static final String BY_SERVER = "by-server";
    private final ValueTree values;

    ChangeTree(ValueTree values) {
        this.values = values;
    }

    Map<String, Object> written(Change change) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", change.id());
        written.put("action", change.action().word());
        written.put("cluster", change.target().cluster());
        written.put("target", change.target().object().toString());
        change.target().uid().ifPresent(uid -> written.put("uid", uid));
        written.put("partial", change.partial());
        written.put("fields", change.diff().fields().stream().map(this::field).toList());
        written.put("files", change.diff().files().stream().map(this::file).toList());
        written.put(
                "checked",
                change.check().byServer()
                        ? BY_SERVER
                        : Map.of("later", change.check().why()));
        written.put("takes", change.takes().stream().map(ChangeTree::take).toList());
        written.put("effects", change.effects());
        written.put("undo", inverse(change.inverse()));
        change.body().ifPresent(body -> written.put("body", values.members(body.tree())));
        return written;
    }

    Change read(JsonObject json) throws Misfit {
        String id = json.text("id");
        Action action = word(Action.class, json.text("action"));
        Target target =
                new Target(json.text("cluster"), ObjectRef.parse(json.text("target")), json.optionalText("uid"));
        Diff diff = new Diff(json.objectList("fields", this::readField), json.objectList("files", this::readFile));
        return new Change(
                id,
                action,
                target,
                json.has("body") ? Optional.of(new Manifest(values.readMembers(json.map("body")))) : Optional.empty(),
                json.flag("partial"),
                diff,
                check(json),
                json.objectList("takes", ChangeTree::readTake),
                json.textList("effects", words -> words),
                readInverse(json.object("undo")));
    }

    /** The constant that is written in lower case with hyphens. */
    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Map<String, Object> field(FieldChange field) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("path", field.path().toString());
        return sides(written, field.before(), field.after());
    }

    private FieldChange readField(JsonObject json) throws Misfit {
        return new FieldChange(
                FieldPath.parse(json.text("path")), values.side(json, "before"), values.side(json, "after"));
    }

    private Map<String, Object> file(FileChange file) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("file", file.file().toString());
        written.put("format", file.format());
        written.put("total", (long) file.total());
        written.put("keys", file.keys().stream().map(this::key).toList());
        return written;
    }

    private FileChange readFile(JsonObject json) throws Misfit {
        return new FileChange(
                FieldPath.parse(json.text("file")),
                json.text("format"),
                json.objectList("keys", this::readKey),
                Math.toIntExact(json.number("total")));
    }

    private Map<String, Object> key(KeyChange key) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("key", key.key());
        return sides(written, key.before(), key.after());
    }

    private KeyChange readKey(JsonObject json) throws Misfit {
        return new KeyChange(json.text("key"), values.side(json, "before"), values.side(json, "after"));
    }

    private Map<String, Object> sides(Map<String, Object> written, Side before, Side after) {
        if (!(before instanceof Side.None)) {
            written.put("before", values.written(before));
        }
        if (!(after instanceof Side.None)) {
            written.put("after", values.written(after));
        }
        return written;
    }

    private static Check check(JsonObject json) throws Misfit {
        Object checked = json.value("checked");
        if (checked.equals(BY_SERVER)) {
            return Check.BY_SERVER;
        }
        JsonObject later = json.object("checked");
        Check check = Check.later(later.text("later"));
        later.done();
        return check;
    }

    private static Map<String, Object> take(Take take) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("field", take.field().toString());
        written.put("from", take.from());
        written.put("why", take.why());
        return written;
    }

    private static Take readTake(JsonObject json) throws Misfit {
        return new Take(FieldPath.parse(json.text("field")), json.text("from"), json.text("why"));
    }

    private Map<String, Object> inverse(Inverse inverse) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (inverse instanceof Inverse.Impossible impossible) {
            written.put("impossible", impossible.why());
        } else if (inverse instanceof Inverse.Create create) {
            written.put("action", "create");
            written.put("manager", create.manager());
            written.put("body", values.members(create.body().tree()));
        } else if (inverse instanceof Inverse.Swap swap) {
            written.put("action", "swap");
            written.put("manager", swap.manager());
            written.put("before", values.members(swap.before().tree()));
            written.put(
                    "released",
                    swap.released().stream().map(FieldPath::toString).toList());
        } else {
            written.put("action", "delete");
        }
        return written;
    }

    private Inverse readInverse(JsonObject json) throws Misfit {
        Optional<String> impossible = json.optionalText("impossible");
        String action = impossible.isPresent() ? "" : json.text("action");
        Inverse inverse = switch (action) {
            case "" -> new Inverse.Impossible(impossible.orElse(""));
            case "create" ->
                new Inverse.Create(json.text("manager"), new Manifest(values.readMembers(json.map("body"))));
            case "delete" -> new Inverse.Delete();
            case "swap" ->
                new Inverse.Swap(
                        json.text("manager"),
                        new Manifest(values.readMembers(json.map("before"))),
                        json.textList("released", FieldPath::parse));
            default -> throw json.wrong("action", "cannot be \"" + action + "\"");
        };
        json.done();
        return inverse;
    }

    static List<String> addresses(List<?> addresses) {
        return addresses.stream().map(String::valueOf).toList();
    }
}
