// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/** A cluster gave no usable answer to a read; nothing was written. Modules let it pass. */
public sealed class Unanswered extends Exception permits Forbidden, UnknownKind {
    private final String cluster;

    /** @param why in words for the user, without a secret: {@code connection refused at https://10.0.0.1:6443} */
    public Unanswered(String cluster, String why) {
        super(why);
        this.cluster = cluster;
    }

    public String cluster() {
        return cluster;
    }
}
