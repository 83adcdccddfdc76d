// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Conflict.Owner;
import io.shakebook.spi.kube.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Which fields a change may take from other field managers: those of other modules, and those that its step names. */
public final class Families {
    private static final String OURS = "shakebook.";

    /** What is taken, and what must not be. */
    public record Sorted(List<Take> takes, List<Owner> foreign) {
        public Sorted {
            takes = List.copyOf(takes);
            foreign = List.copyOf(foreign);
        }
    }

    private Families() {}

    /** The field manager under which a module's changes are applied. */
    public static String manager(String module) {
        return OURS + module;
    }

    /** The module whose field manager this is. */
    public static String module(String manager) {
        return ours(manager) ? manager.substring(OURS.length()) : manager;
    }

    static boolean ours(String manager) {
        return manager.startsWith(OURS);
    }

    /** @param take fields that the step takes from whoever owns them, with everything below them */
    public static Sorted sort(List<Owner> owners, List<FieldPath> take) {
        List<Take> takes = new ArrayList<>();
        List<Owner> foreign = new ArrayList<>();
        for (Owner owner : owners) {
            if (ours(owner.manager())) {
                takes.add(new Take(owner.field(), owner.manager(), "own family"));
            } else if (take.stream().anyMatch(owner.field()::startsWith)) {
                takes.add(new Take(owner.field(), owner.manager(), "take"));
            } else {
                foreign.add(owner);
            }
        }
        return new Sorted(takes, foreign);
    }
}
