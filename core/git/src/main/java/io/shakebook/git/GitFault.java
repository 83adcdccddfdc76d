// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static java.util.Objects.requireNonNull;

/** A repository or a revision in it cannot be used. */
public final class GitFault extends Exception {
    private final String code;
    private final String remedy;

    /**
     * @param code stable, for programs
     * @param message which repository and why; without a password, and without control characters
     * @param remedy what to do, starting with a verb
     */
    public GitFault(String code, String message, String remedy) {
        super(requireNonNull(message, "message"));
        this.code = requireNonNull(code, "code");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }
}
