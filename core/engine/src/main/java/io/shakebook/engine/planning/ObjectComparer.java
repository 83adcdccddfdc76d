// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Comparison;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.ObjectDrift.Problem;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares one wanted object with the live one, without the server's help, and tells who wrote what differs. */
final class ObjectComparer {
    private final Clusters clusters;
    private final Differ differ;
    private final LocalPreview preview;

    ObjectComparer(DriftPorts ports) {
        this.clusters = ports.clusters();
        this.differ = new Differ(ports.secrets(), ports.formats());
        this.preview = new LocalPreview(new Opener(ports.secrets(), ports.formats()));
    }

    /**
     * What was found.
     *
     * @param drift empty if there is nothing to report
     * @param state for outputs: the object as it is, and as it will be
     */
    record Compared(Optional<ObjectDrift> drift, PlannedChange state) {}

    /**
     * @throws Refusal if a secret that the object holds is not there
     * @throws Unanswered if a cluster gave no usable answer
     */
    Compared compare(StepDraft draft, int index, Wanted wanted, Follows follows) throws Refusal, Unanswered {
        Optional<Manifest> live = clusters.view(draft.cluster()).get(wanted.ref());
        String manager = Families.manager(draft.module().orElseThrow().spec().name());
        try {
            Comparison found = differ.compare(wanted, live, manager);
            Optional<ObjectDrift> drift = drift(wanted, live, found, follows);
            return new Compared(drift, preview.of(draft, index, wanted, live, drift.filter(ObjectDrift::differs)));
        } catch (Secrets.Missing e) {
            throw new Refusal("secret-missing", String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private static Optional<ObjectDrift> drift(
            Wanted wanted, Optional<Manifest> live, Comparison comparison, Follows follows) {
        if (comparison instanceof Comparison.Missing || comparison instanceof Comparison.NoObject) {
            return Optional.of(
                    new ObjectDrift(wanted.ref(), Problem.MISSING, Diff.EMPTY, Map.of(), Map.of(), Optional.empty()));
        }
        if (comparison instanceof Comparison.Same || comparison instanceof Comparison.Gone) {
            return Optional.empty();
        }
        Manifest object = live.orElseThrow();
        if (comparison instanceof Comparison.Delete) {
            return Optional.of(new ObjectDrift(
                    wanted.ref(), Problem.UNWANTED, Diff.EMPTY, Map.of(), Map.of(), Author.first(object)));
        }
        if (comparison instanceof Comparison.Adopt adopt) {
            return held(wanted, object, adopt.fields());
        }
        Diff diff = ServerDefaults.without(((Comparison.Differs) comparison).diff(), object);
        if (diff.isEmpty()) {
            return Optional.empty();
        }
        Stream<FieldPath> paths = Stream.concat(
                diff.fields().stream().map(FieldChange::path),
                diff.files().stream().map(FileChange::file));
        return Optional.of(new ObjectDrift(
                wanted.ref(),
                Problem.DIFFERS,
                diff,
                authors(paths.toList(), object),
                follows.in(diff, object),
                Author.lastOther(object)));
    }

    /** Fields that an apply would own beside others; what nobody else owns is not worth a line. */
    private static Optional<ObjectDrift> held(Wanted wanted, Manifest live, List<FieldPath> fields) {
        Map<FieldPath, Author> others = authors(fields, live);
        others.values().removeIf(Author::ours);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ObjectDrift(wanted.ref(), Problem.HELD, Diff.EMPTY, others, Map.of(), Optional.empty()));
    }

    private static Map<FieldPath, Author> authors(List<FieldPath> paths, Manifest live) {
        Map<FieldPath, Author> authors = new LinkedHashMap<>();
        paths.forEach(path -> Author.of(live, path).ifPresent(author -> authors.put(path, author)));
        return authors;
    }
}
