// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.spi.kube.Manifest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** Gives outputs their values from live objects, while planning for what does not change and after each write. */
public final class OutputReader {
    private final ContentDigest digests;

    public OutputReader(FileFormats formats) {
        this.digests = new ContentDigest(formats);
    }

    /** An object as it is now, and the cluster that it lies in. */
    public record Live(String cluster, Manifest object) {}

    /** A value that nobody approved, and the field that has it. */
    public record Unfit(PlannedOutput.Field field, Object value) {}

    /**
     * The value of an output; empty if a part of it is not there yet.
     *
     * @param live the object of a change by the change's id; empty if it was not read or is not there
     */
    public Optional<Object> value(PlannedOutput output, Function<String, Optional<Live>> live) {
        if (output instanceof PlannedOutput.Known known) {
            return Optional.of(known.value());
        }
        if (output instanceof PlannedOutput.Field field) {
            return live.apply(field.change()).flatMap(found -> found.object().at(field.path()));
        }
        if (output instanceof PlannedOutput.DigestOf digest) {
            return live.apply(digest.change())
                    .flatMap(found -> digests.of(found.cluster(), found.object(), digest.path()));
        }
        return joined((PlannedOutput.Joined) output, live);
    }

    /**
     * A part of an output that is there now and is not what the plan allows for; empty if there is none.
     *
     * @param live as of {@link #value}
     */
    public static Optional<Unfit> unfit(PlannedOutput output, Function<String, Optional<Live>> live) {
        if (output instanceof PlannedOutput.Joined joined) {
            return joined.parts().stream()
                    .flatMap(part -> unfit(part, live).stream())
                    .findFirst();
        }
        return output instanceof PlannedOutput.Field field
                ? live.apply(field.change())
                        .flatMap(found -> found.object().at(field.path()))
                        .filter(value -> !field.bound().fits(value))
                        .map(value -> new Unfit(field, value))
                : Optional.empty();
    }

    private Optional<Object> joined(PlannedOutput.Joined joined, Function<String, Optional<Live>> live) {
        StringBuilder text = new StringBuilder();
        for (PlannedOutput part : joined.parts()) {
            Optional<Object> value = value(part, live);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get() instanceof BigDecimal number ? number.toPlainString() : value.get());
        }
        return Optional.of(text.toString());
    }
}
