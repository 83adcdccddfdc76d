// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;
import java.util.Optional;

/** The server's answer to a write: the object as it is now; empty after a delete. */
public record Written(Optional<Manifest> live) {
    public Written {
        requireNonNull(live, "live");
    }
}
