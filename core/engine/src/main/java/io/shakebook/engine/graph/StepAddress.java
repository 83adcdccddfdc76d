// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.graph;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Names a step of a plan: {@code sync/expose/source-service[0]}.
 *
 * @param phase path of phase names, outermost first: {@code sync/expose}
 * @param step name of the step in its file
 * @param key row key of a step with {@code for-each}; empty otherwise
 */
public record StepAddress(String phase, String step, String key) implements Comparable<StepAddress> {
    public StepAddress {
        requireNonNull(phase, "phase");
        requireNonNull(step, "step");
        requireNonNull(key, "key");
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException if the text is no address */
    public static StepAddress parse(String text) {
        int bracket = text.indexOf('[');
        String path = bracket < 0 ? text : text.substring(0, bracket);
        int slash = path.lastIndexOf('/');
        if (slash < 1 || (bracket >= 0 && !text.endsWith("]"))) {
            throw new IllegalArgumentException("not a step address: \"" + text + "\"");
        }
        String key = bracket < 0 ? "" : text.substring(bracket + 1, text.length() - 1);
        return new StepAddress(path.substring(0, slash), path.substring(slash + 1), key);
    }

    /** Without the phase: {@code source-service[0]}. */
    public String local() {
        return key.isEmpty() ? step : step + "[" + key + "]";
    }

    /** Written out, since what Java makes up for records is linked at run time, which costs more than all calls. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepAddress address
                && address.step.equals(step)
                && address.phase.equals(phase)
                && address.key.equals(key);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * phase.hashCode() + step.hashCode()) + key.hashCode();
    }

    @Override
    public int compareTo(StepAddress other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return phase + "/" + local();
    }
}
