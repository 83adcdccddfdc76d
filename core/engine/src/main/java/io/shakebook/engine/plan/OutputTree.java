// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.kube.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Planned outputs as JSON, both ways. */
final class OutputTree {
    private final ValueTree values;

    OutputTree(ValueTree values) {
        this.values = values;
    }

    Map<String, Object> written(PlannedOutput output) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (output instanceof PlannedOutput.Known known) {
            written.put("known", values.written(known.value()));
        } else if (output instanceof PlannedOutput.Field field) {
            written.put("field", field.path().toString());
            written.put("of", field.change());
            written.put("bound", BoundTree.of(field.bound()));
        } else if (output instanceof PlannedOutput.DigestOf digest) {
            written.put("digest-of", digest.path().toString());
            written.put("of", digest.change());
        } else {
            PlannedOutput.Joined joined = (PlannedOutput.Joined) output;
            written.put("joined", joined.parts().stream().map(this::written).toList());
        }
        return written;
    }

    PlannedOutput read(JsonObject json) throws Misfit {
        if (json.has("known")) {
            return new PlannedOutput.Known(values.read(json.value("known")));
        }
        if (json.has("joined")) {
            return new PlannedOutput.Joined(json.objectList("joined", this::read));
        }
        return json.has("field")
                ? new PlannedOutput.Field(
                        json.text("of"), FieldPath.parse(json.text("field")), BoundTree.read(json.object("bound")))
                : new PlannedOutput.DigestOf(json.text("of"), FieldPath.parse(json.text("digest-of")));
    }
}
