// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what is wanted with what was observed. It writes nothing and asks nobody but the secrets, whose values it
 * compares and forgets. All methods throw {@link Secrets.Missing} if a wanted secret is not there, and {@link Unanswered}
 * if the cluster that holds it gave no usable answer. Safe to use from several threads if its ports are.
 */
public final class Differ {
    /** Values that many fields are stored without. */
    public static final Set<Object> NOTHING = Set.of(false, 0L, "", Map.of(), List.of());

    private final Secrets secrets;
    private final FileFormats formats;
    private final Opener opener;

    public Differ(Secrets secrets, FileFormats formats) {
        this.secrets = secrets;
        this.formats = formats;
        this.opener = new Opener(secrets, formats);
    }

    /**
     * Compares without the server's help. Values that the server would write in another way ({@code 1000m} for
     * {@code 1}) differ here; {@link #settled} takes them back.
     */
    public Comparison compare(Wanted wanted, Optional<Manifest> live, String fieldManager)
            throws Secrets.Missing, Unanswered {
        Optional<Manifest> body = body(wanted);
        if (body.isEmpty()) {
            boolean there = live.filter(object -> !object.terminating()).isPresent();
            return there ? new Comparison.Delete(removed(live.orElseThrow())) : new Comparison.Gone();
        }
        boolean complete = Holes.in(body.get()).isEmpty();
        if (live.isEmpty()) {
            return wanted instanceof Wanted.Fields
                    ? new Comparison.NoObject()
                    : new Comparison.Missing(created(body.get()), complete);
        }
        Ownership ownership = Ownership.of(live.get());
        Shape shape = Shape.of(ownership);
        Map<FieldPath, Object> leaves = Leaves.of(body.get(), shape);
        Map<FieldPath, Object> observed = Leaves.of(live.get(), shape);
        Set<FieldPath> ours = ownership.appliedBy(fieldManager);
        Diff diff = changed(
                body.get(),
                said(leaves, live.get(), ours),
                path -> Optional.ofNullable(observed.get(path))
                        .or(() -> live.get().at(path)),
                dropped(leaves.keySet(), live.get(), ownership, ours));
        if (!diff.isEmpty()) {
            return new Comparison.Differs(diff, complete);
        }
        List<FieldPath> foreign = foreign(leaves.keySet(), live.get(), ours);
        return foreign.isEmpty() ? new Comparison.Same() : new Comparison.Adopt(foreign);
    }

    /**
     * What the server's dry run would change. A value is given only if we set it, or if it goes away; whatever else the
     * dry run shows is made up until it is written, so it is {@link Side.Decided}.
     *
     * @param live empty for a create
     * @param previewed the dry run's answer
     * @param bounds what the server may choose, in words, for fields of which that is known
     */
    public Diff between(Optional<Manifest> live, Manifest previewed, Wanted wanted, Map<FieldPath, String> bounds)
            throws Secrets.Missing, Unanswered {
        Manifest body = body(wanted).orElseThrow(() -> new IllegalArgumentException("a delete has no preview"));
        return new PreviewReader(builder(body), body, previewed, live).diff(bounds);
    }

    /**
     * The comparison with the dry run's answer known: what {@link #between} finds, and if that is nothing, whether the
     * write would change who owns what.
     */
    public Comparison settled(
            Wanted wanted, Manifest live, Manifest previewed, String fieldManager, Map<FieldPath, String> bounds)
            throws Secrets.Missing, Unanswered {
        Diff diff = between(Optional.of(live), previewed, wanted, bounds);
        if (!diff.isEmpty()) {
            return new Comparison.Differs(diff, true);
        }
        Set<FieldPath> fields = new TreeSet<>(Ownership.of(previewed).appliedBy(fieldManager));
        Set<FieldPath> owned = Ownership.of(live).appliedBy(fieldManager);
        Set<FieldPath> lost = new TreeSet<>(owned);
        lost.removeAll(fields);
        fields.removeAll(owned);
        lost.removeIf(path -> Chosen.is(live, path));
        fields.addAll(lost);
        return fields.isEmpty() ? new Comparison.Same() : new Comparison.Adopt(List.copyOf(fields));
    }

    /** The way back of a change of this object. */
    public Inverse inverse(Action action, Wanted wanted, Optional<Manifest> live, Diff diff, String fieldManager)
            throws Secrets.Missing, Unanswered {
        return inverse(action, live, body(wanted), wanted instanceof Wanted.Fields, diff, fieldManager);
    }

    /** A replacement also loses what its diff does not tell. */
    Inverse inverse(
            Action action, Optional<Manifest> live, Optional<Manifest> body, boolean partial, Diff diff, String manager)
            throws Secrets.Missing, Unanswered {
        Diff lost = action == Action.REPLACE && live.isPresent() ? removed(live.get()) : diff;
        return new Inverses(secrets, formats).of(action, live, body, partial, lost, manager);
    }

    private static Optional<Manifest> body(Wanted wanted) {
        if (wanted instanceof Wanted.Present present) {
            return Optional.of(present.manifest());
        }
        return wanted instanceof Wanted.Fields fields ? Optional.of(fields.partial()) : Optional.empty();
    }

    private DiffBuilder builder(Manifest object) throws Secrets.Missing, Unanswered {
        return new DiffBuilder(object, opener, formats, Mask.of(object.tree(), secrets));
    }

    private Diff created(Manifest body) throws Secrets.Missing, Unanswered {
        DiffBuilder diff = builder(body);
        for (Map.Entry<FieldPath, Object> leaf :
                Leaves.of(body, Shape.of(List.of())).entrySet()) {
            diff.add(leaf.getKey(), Optional.empty(), Optional.of(leaf.getValue()));
        }
        return diff.diff();
    }

    private Diff removed(Manifest live) throws Secrets.Missing, Unanswered {
        DiffBuilder diff = builder(live);
        for (Map.Entry<FieldPath, Object> leaf :
                Leaves.of(live, Shape.of(List.of(live))).entrySet()) {
            diff.add(leaf.getKey(), Optional.of(leaf.getValue()), Optional.empty());
        }
        return diff.diff();
    }

    private Diff changed(
            Manifest body,
            Map<FieldPath, Object> leaves,
            Function<FieldPath, Optional<Object>> live,
            Map<FieldPath, Object> dropped)
            throws Secrets.Missing, Unanswered {
        DiffBuilder diff = builder(body);
        for (Map.Entry<FieldPath, Object> leaf : leaves.entrySet()) {
            Optional<Object> before = live.apply(leaf.getKey());
            if (!vacuous(leaf.getValue(), before)) {
                diff.add(leaf.getKey(), before, Optional.of(leaf.getValue()));
            }
        }
        for (Map.Entry<FieldPath, Object> leaf : dropped.entrySet()) {
            diff.add(leaf.getKey(), Optional.of(leaf.getValue()), Optional.empty());
        }
        return diff.diff();
    }

    /** A server stores nothing for a false, a zero, an empty text, map or list; that we own the field tells that it was said. */
    private static Map<FieldPath, Object> said(Map<FieldPath, Object> wanted, Manifest live, Set<FieldPath> ours) {
        Map<FieldPath, Object> said = new LinkedHashMap<>(wanted);
        said.entrySet()
                .removeIf(leaf -> NOTHING.contains(leaf.getValue())
                        && ours.contains(leaf.getKey())
                        && live.at(leaf.getKey()).isEmpty());
        return said;
    }

    /** An empty map sets no field of one that is there already. */
    private static boolean vacuous(Object wanted, Optional<Object> live) {
        return wanted instanceof Map<?, ?> map
                && map.isEmpty()
                && live.filter(Map.class::isInstance).isPresent();
    }

    /** Fields that go away, since we alone own them and no longer send them. */
    private static Map<FieldPath, Object> dropped(
            Set<FieldPath> sent, Manifest live, Ownership ownership, Set<FieldPath> ours) {
        Map<FieldPath, Object> dropped = new LinkedHashMap<>();
        unsent(ours, sent, live).forEach(path -> {
            if (ownership.owners(path).size() == 1) {
                live.at(path).ifPresent(value -> dropped.put(path, value));
            }
        });
        return dropped;
    }

    /** Fields whose owner an apply would change although their values are as wanted. */
    private static List<FieldPath> foreign(Set<FieldPath> sent, Manifest live, Set<FieldPath> ours) {
        List<FieldPath> foreign = new ArrayList<>();
        sent.stream().filter(path -> ours.stream().noneMatch(path::startsWith)).forEach(foreign::add);
        foreign.addAll(unsent(ours, sent, live));
        return foreign;
    }

    /** What we own and do not say any more; what a server chose once stays, whoever owns it. */
    private static List<FieldPath> unsent(Set<FieldPath> ours, Set<FieldPath> sent, Manifest live) {
        return ours.stream()
                .filter(own -> !Chosen.is(live, own))
                .filter(own -> sent.stream().noneMatch(path -> path.startsWith(own) || own.startsWith(path)))
                .filter(own -> sent.stream().noneMatch(path -> namesElementOf(path, own)))
                .toList();
    }

    /** Whether a field is one of the keys that name an element of which other fields are sent: implied, so still wanted. */
    private static boolean namesElementOf(FieldPath sent, FieldPath own) {
        int last = own.segments().size() - 1;
        if (last < 1
                || !(own.segments().get(last) instanceof FieldPath.Key key)
                || !(own.segments().get(last - 1) instanceof FieldPath.Element element)) {
            return false;
        }
        return element.keys().containsKey(key.name())
                && sent.startsWith(new FieldPath(own.segments().subList(0, last)));
    }
}
