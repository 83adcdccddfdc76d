// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Doc;
import io.shakebook.spi.kube.ObjectName;

/** Arguments of the module "config-absent". */
public record ConfigAbsentArgs(
        @Doc(value = "Name of the object that must not be there", example = "redis-sync-0")
        ObjectName name,

        @Doc(value = "ConfigMap or Secret", defaultsTo = "ConfigMap")
        ConfigKind kind) {

    /** For people: {@code ConfigMap "redis-sync-0"}. */
    String shown() {
        return kind + " \"" + name + "\"";
    }
}
