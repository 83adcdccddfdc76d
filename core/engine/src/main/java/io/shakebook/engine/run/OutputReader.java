// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.kube.Manifest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads the value of an output from the objects that a step has written. */
final class OutputReader {
    private final ContentDigest digest;
    private final String cluster;
    private final Map<String, Manifest> written;

    /** @param written live objects by change id */
    OutputReader(ContentDigest digest, String cluster, Map<String, Manifest> written) {
        this.digest = digest;
        this.cluster = cluster;
        this.written = written;
    }

    /** Empty if the object has no such field. */
    Optional<Object> value(PlannedOutput output) {
        if (output instanceof PlannedOutput.Known known) {
            return Optional.of(known.value());
        }
        if (output instanceof PlannedOutput.Field field) {
            return live(field.change()).flatMap(object -> object.at(field.path()));
        }
        if (output instanceof PlannedOutput.DigestOf part) {
            return live(part.change()).flatMap(object -> digest.of(cluster, object, part.path()));
        }
        return joined((PlannedOutput.Joined) output);
    }

    private Optional<Manifest> live(String change) {
        return Optional.ofNullable(written.get(change));
    }

    private Optional<Object> joined(PlannedOutput.Joined joined) {
        StringBuilder text = new StringBuilder();
        for (PlannedOutput part : joined.parts()) {
            Optional<Object> value = value(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get() instanceof BigDecimal number ? number.toPlainString() : value.get());
        }
        return Optional.of(text.toString());
    }
}
