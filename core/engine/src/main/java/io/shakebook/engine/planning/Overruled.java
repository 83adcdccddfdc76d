// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Comparison;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.source.Json;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a server's dry run made of a wanted value: another one, since a mutating webhook or policy of the cluster
 * rewrites it. Such an object can never be as the playbook says, and no write would change that.
 */
final class Overruled {
    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private final Differ differ;

    Overruled(Differ differ) {
        this.differ = differ;
    }

    /** A sentence for the review; empty if the server leaves everything that is wanted as it is. */
    Optional<String> words(StepDraft draft, PlannedChange planned) throws Unanswered {
        if (planned.previewed().isEmpty() || draft.module().isEmpty()) {
            return Optional.empty();
        }
        List<String> fields = fields(planned, draft.module().get().spec().name());
        String more = fields.size() > MOST ? ", and " + (fields.size() - MOST) + " more" : "";
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of("\"" + draft.address() + "\": a webhook or policy of the cluster \"" + draft.cluster()
                        + "\" changes what is written to "
                        + planned.wanted().ref().shown() + ": "
                        + fields.stream().limit(MOST).collect(Collectors.joining(", ")) + more);
    }

    private List<String> fields(PlannedChange planned, String module) throws Unanswered {
        Manifest made = planned.previewed().orElseThrow();
        try {
            Comparison found = differ.compare(planned.wanted(), Optional.of(made), Wish.manager(module));
            Diff diff = found instanceof Comparison.Differs differs
                    ? ServerDefaults.without(differs.diff(), made)
                    : Diff.EMPTY;
            return Stream.concat(
                            diff.fields().stream()
                                    .filter(field -> !nothing(field.after()))
                                    .map(Overruled::field),
                            diff.files().stream().map(file -> file.file() + " is another file than is wanted"))
                    .toList();
        } catch (Secrets.Missing gone) {
            return List.of(); // planning the change has said so already
        }
    }

    /** What nobody wants, and what a server may store nothing for. */
    private static boolean nothing(Side wanted) {
        return !(wanted instanceof Side.Value value) || Differ.NOTHING.contains(value.value());
    }

    private static String field(FieldChange field) {
        String made = field.before() instanceof Side.None
                ? " is taken out"
                : field.before() instanceof Side.Value value ? " becomes " + shown(value.value()) : " is changed";
        String wanted = field.after() instanceof Side.Value value && !(value.value() instanceof Text)
                ? ", wanted is " + shown(value.value())
                : "";
        return field.path() + made + wanted;
    }

    private static String shown(Object value) {
        String line = Json.line(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
