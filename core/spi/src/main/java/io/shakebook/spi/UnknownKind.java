// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/** A cluster answered that it has no such kind. Asking again does not help; a CustomResourceDefinition does. */
public final class UnknownKind extends Unanswered {

    /** @param why names the kind and its API version */
    public UnknownKind(String cluster, String why) {
        super(cluster, why);
    }
}
