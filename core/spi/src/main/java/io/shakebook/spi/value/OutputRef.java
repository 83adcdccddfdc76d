// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

/**
 * Names an output of another step, whose value is known only after that step was carried out.
 *
 * @param step address of the step, such as {@code sync/expose/source-service[0]}
 * @param output name of the output in kebab-case
 * @param bound what the value can be, in words ({@code 30000-32767}); empty if nothing is known of it
 */
public record OutputRef(String step, String output, String bound) {
    public OutputRef {
        requireNonNull(step, "step");
        requireNonNull(output, "output");
        requireNonNull(bound, "bound");
    }

    @Override
    public String toString() {
        return step + "." + output;
    }
}
