// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.value.SecretRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of an inventory, with what it refers to left as a name. */
public sealed interface Content {

    /** @param value String, Long, BigDecimal or Boolean */
    record Plain(Object value) implements Content {
        public Plain {
            requireNonNull(value, "value");
        }
    }

    /** Nothing, as YAML has it. */
    record Nothing() implements Content {}

    /**
     * Another thing of the inventory.
     *
     * @param section {@code clusters}, or the name of an inventory type
     */
    record Named(String section, String name) implements Content {
        public Named {
            requireNonNull(section, "section");
            requireNonNull(name, "name");
        }
    }

    /** A reference to a secret. */
    record Secret(SecretRef ref) implements Content {
        public Secret {
            requireNonNull(ref, "ref");
        }
    }

    /** A value that looks like a password: it can be compared, and is never printed. */
    record Hidden(Object value) implements Content {
        public Hidden {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /** A list. */
    record Items(List<Content> items) implements Content {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the file or of the type. */
    record Fields(Map<String, Content> fields) implements Content {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
