// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.Optional;

/** Files at one revision, under one root. Paths are relative, with {@code /}; nothing outside of the root can be read. */
public interface SourceTree {

    /** How the user would name this file. */
    String shown(String path);

    /**
     * The file's bytes, or empty if there is none.
     *
     * @throws Unreadable if it is there but is no regular file inside the root, is too large or cannot be read
     */
    Optional<byte[]> read(String path) throws Unreadable;

    /** Which revision this is, for the plan: {@code git:7f3c2a9}, or {@code files} for a plain folder. */
    String revision();

    /** Which state of a repository the files are in; empty for a folder outside of any. */
    default Optional<Revision> origin() {
        return Optional.empty();
    }

    /** A file is there but cannot be used; the message says why and what to do. */
    final class Unreadable extends Exception {
        public Unreadable(String message) {
            super(message);
        }
    }
}
