// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.Manifest;

/** An object with its secrets in place, for one request. It does not show itself, and must neither be kept nor printed. */
public final class Opened {
    private final Manifest manifest;

    Opened(Manifest manifest) {
        this.manifest = manifest;
    }

    /** The object; every leaf is a plain JSON scalar. */
    public Manifest reveal() {
        return manifest;
    }

    @Override
    public String toString() {
        return "(opened " + manifest.ref() + ")";
    }
}
