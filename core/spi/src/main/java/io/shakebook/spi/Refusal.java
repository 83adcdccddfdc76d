// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

/**
 * Thrown while planning by a module or a look-up that finds the world in a state in which it must not go on: a shard is
 * missing, an object that must exist does not. Nothing was written.
 */
public final class Refusal extends Exception {
    private final String code;
    private final String remedy;

    /**
     * @param code stable, in kebab-case: {@code shard-missing}
     * @param message what was found and what was expected
     * @param remedy what to do, starting with a verb
     */
    public Refusal(String code, String message, String remedy) {
        super(message);
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
