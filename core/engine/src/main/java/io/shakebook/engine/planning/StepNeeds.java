// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.access.Need;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Holes;
import io.shakebook.spi.Permission;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one step must be allowed. Writes are told by what it changes or wants, reads by what its module read while
 * planning; what a module will read only once its objects are there is told by its specification, for the objects that
 * the step names.
 */
final class StepNeeds {
    private static final Set<String> WATCHED = Set.of("get", "list", "watch");

    private final AccessReviews access;
    private final StepResult step;
    private final Set<Need> needs = new TreeSet<>();

    StepNeeds(AccessReviews access, StepResult step) {
        this.access = access;
        this.step = step;
    }

    /** What carrying out the step as planned takes. @throws Unanswered if the name of a resource had to be looked up */
    Set<Need> asPlanned() throws Unanswered {
        for (PlannedObject object : step.objects()) {
            change(object.change(), object.ref());
        }
        for (Wanted refused : step.forbidden().isPresent() ? step.wanted() : List.<Wanted>of()) {
            wanted(refused); // which of its verbs is missing is to be found out
        }
        reads();
        return needs;
    }

    /** What carrying out the step takes, whatever state its objects are in. @throws Unanswered as above */
    Set<Need> always() throws Unanswered {
        for (Wanted wanted : step.wanted()) {
            wanted(wanted);
        }
        if (step.wanted().isEmpty()) {
            unwanted();
        }
        return asPlanned();
    }

    private void change(Change change, ObjectRef ref) throws Unanswered {
        add("get", ref);
        Action action = change.action();
        if (action != Action.DELETE) {
            add("patch", ref);
            secrets(change.body().map(body -> Holes.secretsIn(body.tree())).orElse(Set.of()));
        }
        if (action == Action.CREATE || action == Action.REPLACE) {
            add("create", ref.kind(), ref.namespace(), "");
        }
        if (action == Action.DELETE || action == Action.REPLACE) {
            add("delete", ref);
        }
        if (action == Action.REPLACE) {
            watched(ref.kind(), ref.namespace()); // until the old one is gone
        }
    }

    private void wanted(Wanted wanted) throws Unanswered {
        ObjectRef ref = wanted.ref();
        add("get", ref);
        if (wanted instanceof Wanted.Absent) {
            add("delete", ref);
            return;
        }
        add("patch", ref);
        if (wanted instanceof Wanted.Present present) {
            add("create", ref.kind(), ref.namespace(), "");
            secrets(Holes.secretsIn(present.manifest().tree()));
        } else if (wanted instanceof Wanted.Fields fields) {
            secrets(Holes.secretsIn(fields.partial().tree()));
        }
        if (step.draft().replace()) {
            add("delete", ref);
            watched(ref.kind(), ref.namespace());
        }
    }

    /** A module that wants nothing as things are may change what it looked at when they are not. */
    private void unwanted() throws Unanswered {
        for (Read read : step.reads()) {
            String resource = access.resource(read.cluster(), read.kind());
            boolean own = read.cluster().equals(step.draft().cluster())
                    && !read.name().isEmpty();
            for (Permission permission : own ? permissions() : List.<Permission>of()) {
                if (permission.resource().equals(resource)) {
                    for (String verb : permission.verbs()) {
                        add(verb, read.kind(), read.namespace(), verb.equals("create") ? "" : read.name());
                    }
                }
            }
        }
    }

    private void reads() throws Unanswered {
        for (Read read : step.reads()) {
            add(read.cluster(), read.name().isEmpty() ? "list" : "get", read.kind(), read.namespace(), read.name());
            watched(read.cluster(), read.kind(), read.namespace());
        }
        for (Permission permission : permissions()) {
            for (String verb : permission.verbs()) {
                if (WATCHED.contains(verb)) {
                    specified(permission, verb);
                }
            }
        }
    }

    private void specified(Permission permission, String verb) throws Unanswered {
        if (!verb.equals("get") || permission.resource().contains("/")) {
            specified(permission, verb, "");
            return;
        }
        for (ObjectRef ref : named()) {
            if (permission.resource().equals(access.resource(step.draft().cluster(), ref.kind()))) {
                add("get", ref);
                watched(ref.kind(), ref.namespace());
            }
        }
    }

    private void specified(Permission permission, String verb, String name) {
        String cluster = step.draft().cluster();
        String space = step.draft().namespace();
        needs.add(new Need(cluster, space, permission.group(), permission.resource(), verb, name));
        if (verb.equals("list")) {
            needs.add(new Need(cluster, space, permission.group(), permission.resource(), "watch", name));
        }
    }

    /** Objects that the step wants, and those that its arguments hand on. */
    private List<ObjectRef> named() {
        List<ObjectRef> named = new ArrayList<>();
        step.wanted().forEach(wanted -> named.add(wanted.ref()));
        step.step().ifPresent(planned -> handedOn(planned.args(), named));
        return named;
    }

    /** Finds what was a LocalRef. */
    private void handedOn(Object node, List<ObjectRef> named) {
        if (node instanceof Map<?, ?> map) {
            for (Kind kind : List.of(Kind.CONFIG_MAP, Kind.SECRET)) {
                if (kind.name().equals(map.get("kind")) && map.get("name") instanceof String name) {
                    named.add(new ObjectRef(kind, step.draft().namespace(), name));
                }
            }
            map.values().forEach(value -> handedOn(value, named));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> handedOn(value, named));
        }
    }

    private List<Permission> permissions() {
        return step.draft().module().map(module -> module.spec().permissions()).orElse(List.of());
    }

    private void secrets(Set<SecretRef> refs) throws Unanswered {
        for (SecretRef ref : refs) {
            if (ref.place() instanceof SecretPlace.InCluster place) {
                add(place.cluster(), "get", Kind.SECRET, place.namespace(), place.name());
            }
        }
    }

    /** A wait lists and watches what its question reads; Secrets are only ever read by name. */
    private void watched(Kind kind, String namespace) throws Unanswered {
        watched(step.draft().cluster(), kind, namespace);
    }

    private void watched(String cluster, Kind kind, String namespace) throws Unanswered {
        if (!kind.equals(Kind.SECRET)) {
            add(cluster, "list", kind, namespace, "");
            add(cluster, "watch", kind, namespace, "");
        }
    }

    private void add(String verb, ObjectRef ref) throws Unanswered {
        add(verb, ref.kind(), ref.namespace(), ref.name());
    }

    private void add(String verb, Kind kind, String namespace, String name) throws Unanswered {
        add(step.draft().cluster(), verb, kind, namespace, name);
    }

    private void add(String cluster, String verb, Kind kind, String namespace, String name) throws Unanswered {
        needs.add(need(access, cluster, verb, kind, namespace, name));
    }

    static Need need(AccessReviews access, String cluster, String verb, Kind kind, String namespace, String name)
            throws Unanswered {
        int slash = kind.apiVersion().indexOf('/');
        String group = slash < 0 ? "" : kind.apiVersion().substring(0, slash);
        return new Need(cluster, namespace, group, access.resource(cluster, kind), verb, name);
    }
}
