// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.world;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster that holds what a test puts into it. Not for several threads. */
public final class FakeClusterView implements ClusterView {
    private final String name;
    private final Map<ObjectRef, Manifest> objects = new HashMap<>();
    private final Map<ObjectRef, List<String>> logs = new HashMap<>();
    private String dark = "";

    public FakeClusterView(String name) {
        this.name = name;
    }

    /** Adds objects, each in place of the one with the same identity. */
    public FakeClusterView with(Manifest... manifests) {
        for (Manifest manifest : manifests) {
            objects.put(manifest.ref(), manifest);
        }
        return this;
    }

    public FakeClusterView without(ObjectRef ref) {
        objects.remove(ref);
        return this;
    }

    public FakeClusterView withLog(ObjectRef pod, String... lines) {
        logs.put(pod, List.of(lines));
        return this;
    }

    /** From now on every read is unanswered. */
    public FakeClusterView goDark(String why) {
        dark = why;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        answer();
        return Optional.ofNullable(objects.get(ref));
    }

    @Override
    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
        answer();
        return objects.values().stream()
                .filter(object -> object.ref().kind().equals(kind))
                .filter(object -> object.ref().namespace().equals(namespace))
                .filter(object -> object.labels().entrySet().containsAll(labels.entrySet()))
                .sorted(Comparator.comparing(object -> object.ref().name()))
                .toList();
    }

    @Override
    public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
        answer();
        List<String> all = logs.getOrDefault(pod, List.of());
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private void answer() throws Unanswered {
        if (!dark.isEmpty()) {
            throw new Unanswered(name, dark);
        }
    }
}
