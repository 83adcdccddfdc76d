// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.kube.Kind;

/** Where files are kept; written as in Kubernetes. */
public enum ConfigKind {
    CONFIG_MAP(Kind.CONFIG_MAP),
    SECRET(Kind.SECRET);

    private final Kind kind;

    ConfigKind(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** As in a playbook: {@code ConfigMap}. */
    @Override
    public String toString() {
        return kind.name();
    }
}
