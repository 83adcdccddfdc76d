// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Unsettled;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lies over an object that a step changes: what is known only after a step cannot be read, all else can. */
final class Veil {
    /** What a server gives every object that it creates. */
    private static final List<FieldPath> OF_NEW_OBJECTS = List.of(
            FieldPath.of("metadata", "uid"),
            FieldPath.of("metadata", "resourceVersion"),
            FieldPath.of("metadata", "creationTimestamp"),
            FieldPath.of("status"));

    private final Change change;
    private final Set<FieldPath> decided;

    /** @param decided fields that the server decides when the change is written */
    Veil(Change change, Set<FieldPath> decided) {
        this.change = change;
        this.decided = decided;
    }

    Manifest over(Manifest after) {
        Object tree = withoutPendingTexts(FieldPath.ROOT, after.tree());
        boolean created = change.target().uid().isEmpty() || change.action() == Action.REPLACE;
        String step = change.id().substring(0, change.id().lastIndexOf('#'));
        for (FieldPath path : decided) {
            tree = with(tree, path.segments(), new Unsettled(what(path), step));
        }
        if (created) {
            for (FieldPath path : OF_NEW_OBJECTS) {
                tree = with(tree, path.segments(), new Unsettled(what(path), step));
            }
        }
        return new Manifest(map(tree));
    }

    private String what(FieldPath path) {
        return path + " of " + change.target().object().shown();
    }

    private Object withoutPendingTexts(FieldPath at, Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, withoutPendingTexts(at.key((String) key), value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(withoutPendingTexts(at.then(new FieldPath.Index(copy.size())), item)));
            return copy;
        }
        Optional<OutputRef> pending = node instanceof Text text
                ? text.parts().stream()
                        .filter(Text.Pending.class::isInstance)
                        .map(part -> ((Text.Pending) part).ref())
                        .findFirst()
                : Optional.empty();
        return pending.<Object>map(ref -> new Unsettled(what(at), ref.step())).orElse(node);
    }

    /** A tree with a leaf at a path; maps on the way are made, elements of lists are only looked for. */
    private static Object with(Object node, List<FieldPath.Segment> path, Object leaf) {
        if (path.isEmpty()) {
            return leaf;
        }
        List<FieldPath.Segment> rest = path.subList(1, path.size());
        if (path.get(0) instanceof FieldPath.Key key && node instanceof Map<?, ?>) {
            Map<String, Object> copy = new LinkedHashMap<>(map(node));
            copy.put(key.name(), with(copy.getOrDefault(key.name(), Map.of()), rest, leaf));
            return copy;
        }
        if (path.get(0) instanceof FieldPath.Element element && node instanceof List<?> list) {
            return list.stream()
                    .map(item -> fits(item, element) ? with(item, rest, leaf) : item)
                    .toList();
        }
        return node;
    }

    /** A key that an element leaves out has its default there, which only the server knows. */
    private static boolean fits(Object item, FieldPath.Element element) {
        return item instanceof Map<?, ?> map
                && element.keys().entrySet().stream()
                        .allMatch(key ->
                                !map.containsKey(key.getKey()) || key.getValue().equals(map.get(key.getKey())));
    }

    @SuppressWarnings("unchecked") // trees of manifests have string keys
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
