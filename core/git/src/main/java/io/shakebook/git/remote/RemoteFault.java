// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.util.Objects.requireNonNull;

/** A revision cannot be had from another machine. No text of it holds a password or a token. */
public final class RemoteFault extends Exception {
    private final Kind kind;
    private final String remedy;

    /** Who must act. */
    public enum Kind {
        /** The address or the ref cannot be right. */
        TYPED,
        /** The other machine gave no usable answer. */
        UNREACHABLE,
        /** The user's own machine: a file, a key, a certificate. */
        LOCAL
    }

    /**
     * @param message what, where and why
     * @param remedy what to do, starting with a verb
     */
    public RemoteFault(Kind kind, String message, String remedy) {
        super(requireNonNull(message, "message"));
        this.kind = requireNonNull(kind, "kind");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public Kind kind() {
        return kind;
    }

    public String remedy() {
        return remedy;
    }
}
