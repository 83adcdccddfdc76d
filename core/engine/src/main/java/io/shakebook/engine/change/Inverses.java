// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the way back of a change while it is planned, with explicit values. */
public final class Inverses {
    private final Secrets secrets;
    private final FileFormats formats;

    public Inverses(Secrets secrets, FileFormats formats) {
        this.secrets = secrets;
        this.formats = formats;
    }

    /**
     * @param live the object before the change; empty for a create
     * @param body what the change applies; empty for a delete
     * @param partial whether the body holds only some fields
     * @param diff what gets lost, at least: of an object that is deleted, all of it
     * @param manager field manager of the change
     * @throws IllegalArgumentException if there is nothing to delete
     * @throws Secrets.Missing if a wanted secret is not there
     * @throws Unanswered if the cluster that holds it gave no usable answer
     */
    public Inverse of(
            Action action, Optional<Manifest> live, Optional<Manifest> body, boolean partial, Diff diff, String manager)
            throws Secrets.Missing, Unanswered {
        if (action == Action.CREATE) {
            return new Inverse.Delete();
        }
        Optional<Inverse> lost = lost(diff);
        if (lost.isPresent()) {
            return lost.get();
        }
        Manifest object = live.orElseThrow(() -> new IllegalArgumentException(action + " needs the object as it is"));
        if (Confidential.kind(object.ref().kind())) {
            return new Inverse.Impossible("what the object holds is secret and is not kept in the plan");
        }
        return action == Action.DELETE || action == Action.REPLACE
                ? created(object, manager)
                : swapped(object, body.orElseThrow(), partial, diff, manager);
    }

    /** What was one manager's of ours alone is made by it again, so that it is its own as before. */
    private static Inverse created(Manifest object, String manager) {
        Set<String> owners = Ownership.of(object).entries().stream()
                .filter(entry -> !entry.subresource().equals("status"))
                .filter(entry -> !entry.leaves().stream().allMatch(ServerOwned::ignored))
                .map(Ownership.Entry::manager)
                .collect(Collectors.toSet());
        boolean ours = owners.size() == 1 && owners.stream().allMatch(Families::ours);
        return new Inverse.Create(
                ours ? owners.iterator().next() : manager, ours ? Owned.body(object) : ServerOwned.without(object));
    }

    private Inverse swapped(Manifest live, Manifest body, boolean partial, Diff diff, String manager)
            throws Secrets.Missing, Unanswered {
        TreeEdit before = new TreeEdit(names(live.ref()));
        OldValues old = new OldValues(body, secrets, formats);
        List<FieldPath> had = new ArrayList<>();
        for (FieldPath path : paths(diff)) {
            Optional<Object> value = live.at(path);
            if (value.isPresent()) {
                Optional<Object> kept = old.kept(value.get(), body.at(path));
                if (kept.isEmpty()) {
                    return new Inverse.Impossible(
                            "the old value of " + path + " may hold a secret and is not kept in the plan");
                }
                before.set(path, kept.get());
                had.add(path);
            }
        }
        String owner = partial ? formerOwner(live, had).orElse(manager) : manager;
        return new Inverse.Swap(owner, before.done(), released(live, body, diff, manager));
    }

    static Manifest names(ObjectRef ref) {
        return Manifest.of(ref, Map.of());
    }

    /** The fields and files that differ; without values that the server decides. */
    static Set<FieldPath> paths(Diff diff) {
        Set<FieldPath> paths = new LinkedHashSet<>();
        diff.fields().stream()
                .filter(field -> !(field.after() instanceof Side.Decided))
                .forEach(field -> paths.add(field.path()));
        diff.files().forEach(file -> paths.add(file.file()));
        return paths;
    }

    /** The one manager of ours that had applied all of these fields, if nothing that it owns could be a secret. */
    private static Optional<String> formerOwner(Manifest live, List<FieldPath> fields) {
        Ownership ownership = Ownership.of(live);
        return ownership.entries().stream()
                .map(Ownership.Entry::manager)
                .filter(Families::ours)
                .filter(owner -> !fields.isEmpty()
                        && fields.stream()
                                .allMatch(field ->
                                        ownership.appliedBy(owner).stream().anyMatch(field::startsWith)))
                .filter(owner -> ownership.appliedBy(owner).stream()
                        .noneMatch(path -> live.at(path)
                                .filter(value -> Confidential.field(path, value))
                                .isPresent()))
                .findFirst();
    }

    /** Fields of the body that stay as they are and were not ours. */
    private static List<FieldPath> released(Manifest live, Manifest body, Diff diff, String manager) {
        Set<FieldPath> ours = Ownership.of(live).appliedBy(manager);
        Set<FieldPath> changed = paths(diff);
        return Leaves.of(body, Shape.of(List.of(live))).keySet().stream()
                .filter(path -> ours.stream().noneMatch(path::startsWith))
                .filter(path -> changed.stream().noneMatch(field -> field.startsWith(path) || path.startsWith(field)))
                .filter(path -> live.at(path).isPresent())
                .toList();
    }

    private static Optional<Inverse> lost(Diff diff) {
        Stream<String> fields = diff.fields().stream()
                .filter(field -> masked(field.before()))
                .map(field -> field.path().toString());
        Stream<String> keys = diff.files().stream()
                .flatMap(file -> file.keys().stream()
                        .filter(key -> masked(key.before()))
                        .map(KeyChange::key)
                        .map(key -> key + " in " + file.file()));
        return Stream.concat(fields, keys)
                .findFirst()
                .map(what ->
                        new Inverse.Impossible("the old value of " + what + " is masked and is not kept in the plan"));
    }

    private static boolean masked(Side side) {
        return side instanceof Side.Masked masked && !masked.equal();
    }
}
