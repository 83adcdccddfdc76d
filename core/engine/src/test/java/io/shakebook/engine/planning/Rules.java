// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.access.Need;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Rules of access that allow everything but what a test forbids; writes down what was asked. */
final class Rules implements AccessReviews {
    private final List<Need> asked = new ArrayList<>();
    private Predicate<Need> forbidden = need -> false;
    private Set<String> closed = Set.of();

    Rules forbidding(Predicate<Need> needs) {
        forbidden = needs;
        return this;
    }

    /** A cluster that does not even let us ask. */
    Rules closed(String cluster) {
        closed = Set.of(cluster);
        return this;
    }

    synchronized List<Need> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Answer may(Need need) throws Unanswered {
        asked.add(need);
        if (closed.contains(need.cluster())) {
            throw new Forbidden(need.cluster(), "reviews are forbidden");
        }
        return new Answer(!forbidden.test(need), "");
    }

    @Override
    public String self(String cluster) {
        return "li";
    }

    @Override
    public String resource(String cluster, Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }
}
