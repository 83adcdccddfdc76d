// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.Wanted.Effect;
import io.shakebook.spi.kube.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/** Tells which of the effects that a module announced apply to a change. */
public final class Effects {

    private Effects() {}

    /** What a change means, in words, each once, in the module's order. */
    public static List<String> of(Wanted wanted, Action action, Diff diff) {
        return announced(wanted).stream()
                .filter(effect -> applies(effect, action, diff))
                .map(Effect::words)
                .distinct()
                .toList();
    }

    private static List<Effect> announced(Wanted wanted) {
        if (wanted instanceof Wanted.Present present) {
            return present.effects();
        }
        return wanted instanceof Wanted.Fields fields ? fields.effects() : ((Wanted.Absent) wanted).effects();
    }

    private static boolean applies(Effect effect, Action action, Diff diff) {
        boolean replaces = action == Action.REPLACE;
        return switch (effect.when()) {
            case CREATED -> replaces || action == Action.CREATE;
            case DELETED -> replaces || action == Action.DELETE;
            case CHANGED -> (replaces || action == Action.UPDATE) && touches(effect.field(), diff);
        };
    }

    private static boolean touches(FieldPath field, Diff diff) {
        return Stream.concat(
                        diff.fields().stream().map(FieldChange::path),
                        diff.files().stream().map(FileChange::file))
                .anyMatch(path -> path.startsWith(field) || field.startsWith(path));
    }
}
