// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.value.Bound;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a value can be, as JSON, both ways. */
final class BoundTree {
    private BoundTree() {}

    static Map<String, Object> of(Bound bound) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (bound instanceof Bound.Between between) {
            written.put("least", between.least());
            written.put("most", between.most());
        } else if (bound instanceof Bound.Address address) {
            written.put("address", address.words());
        }
        return written;
    }

    static Bound read(JsonObject json) throws Misfit {
        Bound bound = Bound.ANY;
        if (json.has("address")) {
            bound = Bound.address(json.text("address"));
        } else if (json.has("least")) {
            bound = Bound.between(json.number("least"), json.number("most"));
        }
        json.done();
        return bound;
    }
}
