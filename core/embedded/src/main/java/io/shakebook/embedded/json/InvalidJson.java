// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.json;

/** Bytes that are not a JSON document; nothing was done with them. */
public final class InvalidJson extends Exception {
    private static final long serialVersionUID = 1;

    public InvalidJson(String message, Throwable cause) {
        super(message, cause);
    }
}
