// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from a dry run's answer what a write would change, and which of its values can be believed. */
final class PreviewReader {
    private final DiffBuilder builder;
    private final Map<FieldPath, Object> wanted;
    private final Map<FieldPath, Object> previewed;
    private final Map<FieldPath, Object> live;

    PreviewReader(DiffBuilder builder, Manifest body, Manifest previewed, Optional<Manifest> live) {
        Shape shape = Shape.of(live.map(object -> List.of(object, previewed)).orElse(List.of(previewed)));
        this.builder = builder;
        this.wanted = Leaves.of(body, shape);
        this.previewed = Leaves.of(previewed, shape);
        this.live = live.map(object -> Leaves.of(object, shape)).orElse(Map.of());
    }

    Diff diff(Map<FieldPath, String> bounds) throws Secrets.Missing, Unanswered {
        Set<FieldPath> paths = new LinkedHashSet<>(previewed.keySet());
        paths.addAll(live.keySet());
        for (FieldPath path : paths) {
            Optional<Object> before = Optional.ofNullable(live.get(path));
            Optional<Object> after = Optional.ofNullable(previewed.get(path));
            if (before.equals(after) || emptied(path, before, after)) {
                continue;
            }
            if (after.isEmpty() || wanted.containsKey(path)) {
                builder.add(path, before, after.map(value -> believed(path, value)));
            } else {
                builder.addDecided(path, before, bounds.getOrDefault(path, ""));
            }
        }
        return builder.diff();
    }

    /** What we sent and not what came back, wherever what came back would show a secret. */
    private Object believed(FieldPath path, Object value) {
        Object sent = wanted.getOrDefault(path, value);
        boolean closed =
                DataFiles.name(path).isPresent() || !Holes.secretsIn(sent).isEmpty();
        return closed ? sent : value;
    }

    /** An empty map or list on one side whose members stand on the other: the members tell what changes. */
    private boolean emptied(FieldPath path, Optional<Object> before, Optional<Object> after) {
        return (empty(before) && after.isEmpty() && below(path, previewed.keySet()))
                || (empty(after) && before.isEmpty() && below(path, live.keySet()));
    }

    private static boolean empty(Optional<Object> value) {
        return value.filter(node -> node instanceof Map<?, ?> map && map.isEmpty()
                        || node instanceof Collection<?> list && list.isEmpty())
                .isPresent();
    }

    private static boolean below(FieldPath path, Set<FieldPath> paths) {
        return paths.stream().anyMatch(other -> other.startsWith(path));
    }
}
