// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.ClusterEntry.Access;
import io.shakebook.engine.change.ClusterEntry.Embedded;
import io.shakebook.engine.change.ClusterEntry.Kubeconfig;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How clusters are reached, as a tree of JSON. No credential stands there: a kubeconfig is named, not copied. */
final class AccessTree {
    private AccessTree() {}

    static Map<String, Object> of(Map<String, ClusterEntry> access) {
        Map<String, Object> written = new LinkedHashMap<>();
        access.forEach((name, entry) -> written.put(name, of(entry)));
        return written;
    }

    private static Map<String, Object> of(ClusterEntry entry) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (entry.access() instanceof Embedded embedded) {
            written.put("embedded", embedded.seed());
        } else if (entry.access() instanceof Kubeconfig kubeconfig) {
            written.put("context", kubeconfig.context());
            kubeconfig.path().ifPresent(path -> written.put("kubeconfig", path));
            kubeconfig.server().ifPresent(server -> written.put("server", server));
            kubeconfig.identity().ifPresent(identity -> written.put("identity", identity));
        }
        written.put("parallel", entry.parallel());
        return written;
    }

    /** The member {@code access} of what a plan was made from. */
    static Map<String, ClusterEntry> read(JsonObject made) throws Misfit {
        JsonObject all = made.object("access");
        Map<String, ClusterEntry> access = new LinkedHashMap<>();
        for (String name : all.members().keySet()) {
            JsonObject one = all.object(name);
            access.put(
                    name,
                    new ClusterEntry(name, access(one), Optional.empty(), Math.toIntExact(one.number("parallel"))));
            one.done();
        }
        all.done();
        return access;
    }

    private static Access access(JsonObject one) throws Misfit {
        Optional<String> seed = one.optionalText("embedded");
        if (seed.isPresent()) {
            return new Embedded(seed.get());
        }
        return new Kubeconfig(
                one.optionalText("kubeconfig"),
                one.text("context"),
                one.optionalText("server"),
                one.optionalText("identity"));
    }
}
