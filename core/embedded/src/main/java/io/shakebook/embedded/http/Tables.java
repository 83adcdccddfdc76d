// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.registry.Lister;
import io.shakebook.embedded.registry.Stamps;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as the tables that {@code kubectl get} prints. */
final class Tables {
    private final Columns columns;

    Tables(Stamps stamps) {
        this.columns = new Columns(new Age(stamps));
    }

    ObjectNode of(Kind kind, ObjectNode object) {
        ObjectNode table = table(kind, List.of(object));
        table.putObject("metadata").put("resourceVersion", Json.text(object, "metadata", "resourceVersion"));
        return table;
    }

    ObjectNode of(Kind kind, Lister.Page page) {
        ObjectNode table = table(kind, page.items());
        table.set("metadata", Verbs.metadata(page));
        return table;
    }

    private ObjectNode table(Kind kind, List<ObjectNode> objects) {
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        List<Columns.Column> shown = columns.of(kind);
        ArrayNode definitions = table.putArray("columnDefinitions");
        shown.forEach(column -> definitions
                .addObject()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.name().equals("Name") ? "name" : "")
                .put("description", column.name())
                .put("priority", column.wide() ? 1 : 0));
        ArrayNode rows = table.putArray("rows");
        objects.forEach(object -> rows.add(row(object, shown)));
        return table;
    }

    private static ObjectNode row(ObjectNode object, List<Columns.Column> shown) {
        ObjectNode row = Json.object();
        ArrayNode cells = row.putArray("cells");
        shown.forEach(column -> {
            String text = column.cell().apply(object);
            if (column.type().equals("integer")) {
                cells.add(Long.parseLong(text));
            } else {
                cells.add(text);
            }
        });
        ObjectNode partial =
                row.putObject("object").put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return row;
    }
}
