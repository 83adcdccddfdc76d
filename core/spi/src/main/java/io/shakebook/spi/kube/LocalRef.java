// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

/** A ConfigMap or Secret in the step's own namespace, as one step hands it to another. */
public record LocalRef(String kind, String name) {
    public LocalRef {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }
}
