// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/** A cluster answered that we may not read this. Asking again does not help; a permission does. */
public final class Forbidden extends Unanswered {

    /** @param why the server's words, which name user, verb and resource */
    public Forbidden(String cluster, String why) {
        super(cluster, why);
    }
}
