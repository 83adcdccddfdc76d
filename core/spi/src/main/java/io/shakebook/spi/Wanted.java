// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Optional;

/** One piece of state that a step wants in its cluster. */
public sealed interface Wanted {

    ObjectRef ref();

    /**
     * What a change of a field means, in words, for the review: {@code restart = full resync}.
     *
     * @param field the field itself or one above it
     * @param when which changes of it
     */
    record Effect(FieldPath field, When when, String words) {
        public Effect {
            requireNonNull(field, "field");
            requireNonNull(when, "when");
            requireNonNull(words, "words");
        }
    }

    /** When an {@link Effect} applies. */
    enum When {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * The whole object, as this module applies it.
     *
     * @param anew why an object that is there must not be changed into it but give place to a new one; empty if it may
     */
    record Present(Manifest manifest, List<Effect> effects, Optional<String> anew) implements Wanted {
        public Present {
            effects = List.copyOf(effects);
            requireNonNull(anew, "anew");
        }

        public Present(Manifest manifest, List<Effect> effects) {
            this(manifest, effects, Optional.empty());
        }

        public Present(Manifest manifest) {
            this(manifest, List.of());
        }

        @Override
        public ObjectRef ref() {
            return manifest.ref();
        }
    }

    /** The object must not be there. */
    record Absent(ObjectRef ref, List<Effect> effects) implements Wanted {
        public Absent {
            effects = List.copyOf(effects);
        }
    }

    /** Some fields of an object that must exist already: a scale, a selector, an annotation. */
    record Fields(Manifest partial, List<Effect> effects) implements Wanted {
        public Fields {
            effects = List.copyOf(effects);
        }

        @Override
        public ObjectRef ref() {
            return partial.ref();
        }
    }
}
