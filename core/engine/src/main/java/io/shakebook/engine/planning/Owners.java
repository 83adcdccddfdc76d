// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Claims;
import io.shakebook.engine.change.Conflict.Owner;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Ownership;
import io.shakebook.engine.change.Take;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides about fields that somebody else owns: taken if the step or the family allows it, refused otherwise. */
final class Owners {
    private Owners() {}

    /** From what the server says. @throws Refusal if a field must not be taken */
    static List<Take> takes(StepDraft draft, ObjectRef object, List<Owner> conflicts, Claims claims) throws Refusal {
        Families.Sorted sorted = Families.sort(conflicts, draft.take());
        if (!sorted.foreign().isEmpty()) {
            String fields = claims.sentences(sorted.foreign()).entrySet().stream()
                    .map(field -> field.getKey() + " " + field.getValue())
                    .collect(Collectors.joining("; "));
            throw new Refusal(
                    "conflict",
                    "somebody else owns fields of " + object.shown() + ": " + fields,
                    "write \"" + Claims.takeLine(sorted.foreign()) + "\" in the step \""
                            + draft.address().step() + "\", or leave the field to them");
        }
        return sorted.takes();
    }

    /** From what the object itself says, where the server cannot be asked yet. @throws Refusal as above */
    static List<Take> takes(
            StepDraft draft, ObjectRef object, Diff diff, Manifest live, Claims claims, String manager)
            throws Refusal {
        Ownership ownership = Ownership.of(live);
        Stream<FieldPath> paths = Stream.concat(
                diff.fields().stream().map(FieldChange::path),
                diff.files().stream().map(FileChange::file));
        List<Owner> others = paths.flatMap(path -> ownership.owners(path).stream()
                        .filter(entry -> !entry.manager().equals(manager))
                        .map(entry -> new Owner(path, entry.manager())))
                .distinct()
                .toList();
        return takes(draft, object, others, claims);
    }
}
