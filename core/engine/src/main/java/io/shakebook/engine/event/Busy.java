// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import java.io.IOException;

/** A run is still being carried out: somebody else holds its journal. */
public final class Busy extends IOException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
        super(message);
    }

    Busy(String message, Throwable cause) {
        super(message, cause);
    }
}
