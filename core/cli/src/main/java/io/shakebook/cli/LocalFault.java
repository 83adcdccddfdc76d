// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

/** A local file or folder, other than the playbook's and the inventory's own, cannot be read or written. */
public final class LocalFault extends Exception {
    private final String remedy;

    /**
     * @param message which file and why
     * @param remedy what to do, starting with a verb
     */
    public LocalFault(String message, String remedy) {
        super(requireNonNull(message, "message"));
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public String remedy() {
        return remedy;
    }
}
