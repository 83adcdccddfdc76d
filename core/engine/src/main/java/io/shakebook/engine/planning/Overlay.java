// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A cluster as it will be after earlier steps: the live one with their changes laid over it. Tells what was read. */
final class Overlay implements ClusterView {
    private final ClusterView live;
    private final Map<ObjectRef, PlannedObject> changed = new LinkedHashMap<>();
    private final Consumer<Read> reads;

    /** @param changes of steps that come before, in order; a later one wins */
    Overlay(ClusterView live, List<PlannedObject> changes, Consumer<Read> reads) {
        this.live = live;
        this.reads = reads;
        changes.stream()
                .filter(change -> change.cluster().equals(live.name()))
                .forEach(change -> changed.put(change.ref(), change));
    }

    @Override
    public String name() {
        return live.name();
    }

    @Override
    public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        reads.accept(Read.of(name(), ref));
        PlannedObject planned = changed.get(ref);
        return planned == null ? live.get(ref) : planned.readable();
    }

    @Override
    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
        reads.accept(new Read(name(), kind, namespace, "", labels));
        Map<String, Manifest> byName = new TreeMap<>();
        live.list(kind, namespace, labels)
                .forEach(object -> byName.put(object.ref().name(), object));
        changed.forEach((ref, planned) -> {
            if (ref.kind().equals(kind) && ref.namespace().equals(namespace)) {
                byName.remove(ref.name());
                planned.after()
                        .filter(after -> PlannedObject.matches(after, labels))
                        .flatMap(after -> planned.readable())
                        .ifPresent(after -> byName.put(ref.name(), after));
            }
        });
        return List.copyOf(byName.values());
    }

    @Override
    public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
        return live.lastLogLines(pod, container, lines);
    }
}
