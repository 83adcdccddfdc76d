// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.Creator;
import io.shakebook.embedded.registry.DeleteOptions;
import io.shakebook.embedded.registry.Deleter;
import io.shakebook.embedded.registry.Lister;
import io.shakebook.embedded.registry.Patcher;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Scaler;
import io.shakebook.embedded.registry.Selection;
import io.shakebook.embedded.registry.Updater;
import io.shakebook.embedded.registry.WriteOptions;
import io.shakebook.embedded.registry.Written;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns requests on resources into verbs of the registry, and their results into answers. */
final class Verbs {
    private final Registry registry;
    private final Creator creator;
    private final Updater updater;
    private final Patcher patcher;
    private final Scaler scaler;
    private final Deleter deleter;
    private final Lister lister;
    private final Tables tables;
    private final Function<ObjectNode, String> logs;

    /** @param logs what a pod has written so far */
    Verbs(Registry registry, Tables tables, Function<ObjectNode, String> logs) {
        this.registry = registry;
        this.creator = new Creator(registry);
        this.updater = new Updater(registry);
        this.patcher = new Patcher(registry, creator, updater);
        this.scaler = new Scaler(registry, updater);
        this.deleter = new Deleter(registry);
        this.lister = new Lister(registry);
        this.tables = tables;
        this.logs = logs;
    }

    Reply handle(Incoming request, ResourcePath path) {
        return switch (request.method()) {
            case "GET", "HEAD" -> path.isCollection() ? list(request, path) : get(request, path);
            case "POST" -> create(request, path);
            case "PUT" -> replace(request, path);
            case "PATCH" -> patch(request, path);
            case "DELETE" -> path.isCollection() ? deleteAll(request, path) : delete(request, path);
            default -> throw ApiFailure.methodNotAllowed();
        };
    }

    static Selection selection(Incoming request, ResourcePath path) {
        return Selection.of(
                path.kind(), path.namespace(), request.query("labelSelector"), request.query("fieldSelector"));
    }

    /** A watch of one object is a watch of its collection by name. */
    static Selection watched(Incoming request, ResourcePath path) {
        String byName = path.isCollection() ? "" : "metadata.name=" + path.name();
        String fields = request.query("fieldSelector");
        return Selection.of(
                path.kind(),
                path.namespace(),
                request.query("labelSelector"),
                fields.isEmpty() ? byName : byName.isEmpty() ? fields : fields + "," + byName);
    }

    private Reply get(Incoming request, ResourcePath path) {
        ObjectKey key = path.key();
        if (path.subresource().equals("scale")) {
            return Reply.json(200, scaler.get(key));
        }
        ObjectNode object = registry.get(key);
        if (path.subresource().equals("log")) {
            return log(request, object);
        }
        return Reply.json(200, request.asTable() ? tables.of(key.kind(), object) : object);
    }

    private Reply log(Incoming request, ObjectNode pod) {
        List<String> lines = logs.apply(pod).lines().toList();
        int tail = request.query().path("tailLines").asInt(lines.size());
        StringBuilder text = new StringBuilder();
        lines.subList(Math.max(0, lines.size() - tail), lines.size())
                .forEach(line -> text.append(line).append('\n'));
        return Reply.text(text.toString());
    }

    private Reply list(Incoming request, ResourcePath path) {
        if (!path.kind().stored()) {
            throw ApiFailure.methodNotAllowed();
        }
        int limit = Json.at(request.query(), "limit").asInt(0);
        Lister.Page page = lister.list(selection(request, path), limit, request.query("continue"));
        if (request.asTable()) {
            return Reply.json(200, tables.of(path.kind(), page));
        }
        ObjectNode list = Json.object()
                .put("kind", path.kind().name() + "List")
                .put("apiVersion", path.kind().apiVersion());
        list.set("metadata", metadata(page));
        ArrayNode items = list.putArray("items");
        page.items().forEach(item -> items.add(withoutType(item)));
        return Reply.json(200, list);
    }

    static ObjectNode metadata(Lister.Page page) {
        ObjectNode metadata = Json.object().put("resourceVersion", page.version());
        page.next().ifPresent(next -> metadata.put("continue", next).put("remainingItemCount", page.left()));
        return metadata;
    }

    /** Items of a list do not say their kind. */
    private static JsonNode withoutType(ObjectNode item) {
        ObjectNode copy = Json.object();
        item.properties().forEach(entry -> {
            if (!entry.getKey().equals("kind") && !entry.getKey().equals("apiVersion")) {
                copy.set(entry.getKey(), entry.getValue());
            }
        });
        return copy;
    }

    private Reply create(Incoming request, ResourcePath path) {
        if (!path.isCollection() || path.kind().namespaced() && path.namespace().isEmpty()) {
            throw ApiFailure.methodNotAllowed();
        }
        return written(creator.create(path.kind(), path.namespace(), request.object(), request.writeOptions(false)));
    }

    private Reply replace(Incoming request, ResourcePath path) {
        refuseCollection(path);
        WriteOptions options = request.writeOptions(false);
        if (path.subresource().equals("scale")) {
            return Reply.json(200, scaler.replace(path.key(), request.object(), options));
        }
        return written(updater.replace(path.key(), path.subresource(), request.object(), options));
    }

    private Reply patch(Incoming request, ResourcePath path) {
        refuseCollection(path);
        Patcher.Form form = Patcher.Form.of(request.contentType());
        WriteOptions options = request.writeOptions(form == Patcher.Form.APPLY);
        JsonNode body = form == Patcher.Form.APPLY ? request.yamlOrJson() : request.tree();
        if (path.subresource().equals("scale")) {
            return Reply.json(200, scaler.patch(path.key(), form, body, options));
        }
        return written(patcher.patch(path.key(), path.subresource(), form, body, options));
    }

    private static void refuseCollection(ResourcePath path) {
        if (path.isCollection()
                || path.subresource().equals("log")
                || !path.kind().stored()) {
            throw ApiFailure.methodNotAllowed();
        }
    }

    private static Reply written(Written written) {
        return Reply.json(written.created() ? 201 : 200, written.object()).warning(written.warnings());
    }

    private Reply delete(Incoming request, ResourcePath path) {
        DeleteOptions options = DeleteOptions.of(request.tree(), request.query());
        return Reply.json(200, deleter.delete(path.key(), options));
    }

    private Reply deleteAll(Incoming request, ResourcePath path) {
        DeleteOptions options = DeleteOptions.of(request.tree(), request.query());
        Lister.Page page = lister.list(selection(request, path), 0, "");
        ObjectNode list = Json.object()
                .put("kind", path.kind().name() + "List")
                .put("apiVersion", path.kind().apiVersion());
        list.set("metadata", metadata(page));
        ArrayNode items = list.putArray("items");
        for (ObjectNode item : page.items()) {
            deleter.delete(ObjectKey.of(path.kind(), item), options);
            items.add(withoutType(item));
        }
        return Reply.json(200, list);
    }
}
