// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Session;
import io.shakebook.engine.insight.Fleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A session for each entry of a group, by the value of the parameter {@code pair}. */
final class FakeFleet implements Session.Opener {
    private final Map<String, FakeSession> sessions = new LinkedHashMap<>();
    final List<Fleet.Query> asked = new ArrayList<>();

    FakeFleet with(String entry, FakeSession session) {
        sessions.put(entry, session);
        return this;
    }

    FakeSession of(String entry) {
        return Objects.requireNonNull(sessions.get(entry));
    }

    @Override
    public Session open(PlanRequest request) {
        return of(Objects.requireNonNull(request.parameters().get("pair"))).open(request);
    }

    @Override
    public Fleet fleet(PlanRequest request, Fleet.Query query) {
        asked.add(query);
        List<String> picked = sessions.keySet().stream()
                .filter(entry -> query.limit().isEmpty() || query.limit().contains(entry))
                .toList();
        List<String> left = sessions.keySet().stream()
                .filter(entry -> !picked.contains(entry))
                .toList();
        return new Fleet(query.group(), "pair", "redis-pair", picked, left);
    }
}
