// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.FieldDifference;
import io.shakebook.engine.insight.GroupDifference;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.PlaybookDifference;
import io.shakebook.engine.insight.ThingDifference;
import io.shakebook.engine.source.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes for whom, for programs; the form is described in {@code docs/inventory-reference.md}. */
public final class DifferenceJson {
    private static final String FORMAT = "shakebook.inventory-difference/1";
    private final InventoryDifference difference;

    public DifferenceJson(InventoryDifference difference) {
        this.difference = difference;
    }

    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("differs", !difference.none());
        tree.put("before", side(difference.before()));
        tree.put("after", side(difference.after()));
        tree.put(
                "things",
                difference.things().stream().map(DifferenceJson::thing).toList());
        tree.put(
                "groups",
                difference.groups().stream().map(DifferenceJson::group).toList());
        tree.put("parameters", fields(difference.parameters()));
        tree.put(
                "playbooks",
                difference.playbooks().stream().map(DifferenceJson::playbook).toList());
        return Json.pretty(tree);
    }

    private static Map<String, Object> side(InventoryDifference.Side side) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", side.name());
        tree.put("revision", side.revision());
        return tree;
    }

    private static Map<String, Object> thing(ThingDifference thing) {
        Map<String, Object> tree = named(thing.thing());
        tree.put("what", ContentWords.word(thing.kind()));
        thing.formerly().ifPresent(name -> tree.put("formerly", name));
        if (!thing.fields().isEmpty()) {
            tree.put("fields", fields(thing.fields()));
        }
        if (!thing.through().isEmpty()) {
            tree.put(
                    "through",
                    thing.through().stream().map(DifferenceJson::named).toList());
        }
        return tree;
    }

    private static Map<String, Object> named(Named thing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("section", thing.section());
        tree.put("name", thing.name());
        return tree;
    }

    private static Map<String, Object> group(GroupDifference group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", group.name());
        tree.put("what", ContentWords.word(group.kind()));
        group.formerly().ifPresent(name -> tree.put("formerly", name));
        tree.put("joined", group.joined());
        tree.put("left", group.left());
        tree.put("reordered", group.reordered());
        return tree;
    }

    private static Map<String, Object> playbook(PlaybookDifference playbook) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", playbook.name());
        tree.put("path", playbook.path());
        tree.put("parameters", fields(playbook.fields()));
        return tree;
    }

    private static List<Map<String, @Nullable Object>> fields(List<FieldDifference> fields) {
        return fields.stream().map(DifferenceJson::field).toList();
    }

    private static Map<String, @Nullable Object> field(FieldDifference field) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("path", field.path());
        field.before().ifPresent(value -> tree.put("before", ContentWords.tree(value)));
        field.after().ifPresent(value -> tree.put("after", ContentWords.tree(value)));
        return tree;
    }
}
