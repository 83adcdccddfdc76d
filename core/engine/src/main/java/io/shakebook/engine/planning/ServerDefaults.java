// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.Side;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Leaves out differences that no person made: a list that is one value holds, beside what was applied, the defaults that
 * the server filled into its elements. Where it has to decide without asking the server, it believes that only of fields
 * that nobody but Shakebook wrote.
 */
final class ServerDefaults {
    private ServerDefaults() {}

    static Diff without(Diff diff, Manifest live) {
        return new Diff(
                diff.fields().stream().filter(field -> !defaulted(field, live)).toList(), diff.files());
    }

    private static boolean defaulted(FieldChange field, Manifest live) {
        return field.before() instanceof Side.Value found
                && field.after() instanceof Side.Value wanted
                && wanted.value() instanceof List<?>
                && wroteAlone(field.path(), live)
                && holds(found.value(), wanted.value());
    }

    private static boolean wroteAlone(FieldPath path, Manifest live) {
        return Author.allOf(live, path).stream().allMatch(Author::ours)
                && !Author.allOf(live, path).isEmpty();
    }

    /** Whether everything that is wanted stands in what was found, and what stands beside it are members of maps. */
    private static boolean holds(Object found, Object wanted) {
        if (found instanceof Map<?, ?> map && wanted instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .allMatch(member -> map.containsKey(member.getKey())
                            && holds(Objects.requireNonNull(map.get(member.getKey())), member.getValue()));
        }
        if (found instanceof List<?> list && wanted instanceof List<?> items) {
            boolean all = list.size() == items.size();
            for (int at = 0; all && at < items.size(); at++) {
                all = holds(list.get(at), items.get(at));
            }
            return all;
        }
        return found.equals(wanted);
    }
}
