// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.graph;

import static java.util.Objects.requireNonNull;

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

    @Override
    public int compareTo(StepAddress other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return phase + "/" + local();
    }
}
