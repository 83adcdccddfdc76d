// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.ObjectRef;
import java.util.Optional;

/**
 * The object that a change is about.
 *
 * @param uid of the live object when planned; empty if there was none
 */
public record Target(String cluster, ObjectRef object, Optional<String> uid) {
    public Target {
        requireNonNull(cluster, "cluster");
        requireNonNull(object, "object");
        requireNonNull(uid, "uid");
    }
}
