// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Items;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Secret;
import io.shakebook.spi.value.SecretRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares contents of two inventories in which things may have different names. */
final class Sameness {
    private final UnaryOperator<Named> now;

    /** @param now what a thing of the first inventory is called in the second one */
    Sameness(UnaryOperator<Named> now) {
        this.now = now;
    }

    boolean same(Content was, Content is) {
        if (was instanceof Named from && is instanceof Named to) {
            return now.apply(from).equals(to);
        }
        if (was instanceof Secret from && is instanceof Secret to) {
            return moved(from.ref()).source().equals(to.ref().source());
        }
        if (was instanceof Items from && is instanceof Items to) {
            return from.items().size() == to.items().size() && sameItems(from.items(), to.items());
        }
        return was instanceof Fields && is instanceof Fields
                ? differences("", was, is).isEmpty()
                : was.equals(is);
    }

    private boolean sameItems(List<Content> was, List<Content> is) {
        for (int at = 0; at < was.size(); at++) {
            if (!same(was.get(at), is.get(at))) {
                return false;
            }
        }
        return true;
    }

    private SecretRef moved(SecretRef ref) {
        return ref.inCluster()
                .map(place -> new SecretRef(
                        ref.of(),
                        now.apply(new Named(Listing.CLUSTERS, place.cluster())).name(),
                        place.namespace(),
                        place.name(),
                        place.key()))
                .orElse(ref);
    }

    /** By path below the one that is given; a list counts as one value. */
    List<FieldDifference> differences(String path, @Nullable Content was, @Nullable Content is) {
        List<FieldDifference> differences = new ArrayList<>();
        if (was instanceof Fields from && is instanceof Fields to) {
            Set<String> keys = new LinkedHashSet<>(from.fields().keySet());
            keys.addAll(to.fields().keySet());
            keys.forEach(key -> differences.addAll(
                    differences(path.isEmpty() ? key : path + "." + key, get(from, key), get(to, key))));
        } else if (was == null || is == null || !same(was, is)) {
            differences.add(new FieldDifference(path, Optional.ofNullable(was), Optional.ofNullable(is)));
        }
        return differences;
    }

    private static @Nullable Content get(Fields map, String key) {
        Map<String, Content> fields = map.fields();
        return fields.get(key);
    }
}
