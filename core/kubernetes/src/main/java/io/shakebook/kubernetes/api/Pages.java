// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a list page by page. Pages that are too long to be held are asked for smaller; a list whose continuation has
 * expired (410) is begun anew, once; one that does not end is given up.
 * Source: https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
final class Pages {
    private static final int USUAL = 500;
    private static final int SMALLER = 10;
    private static final long MOST = 128L * 1024 * 1024;

    private final Requests requests;
    private final String path;
    private final Kind kind;
    private final String shown;
    private final Duration deadline;
    private int limit = USUAL;
    private boolean begunAnew;

    /**
     * @param shown what is listed, in words: {@code list of Pod objects in redis-a}
     * @param deadline longest wait for each page, retries included
     */
    Pages(Requests requests, String path, Kind kind, String shown, Duration deadline) {
        this.requests = requests;
        this.path = path;
        this.kind = kind;
        this.shown = shown;
        this.deadline = deadline;
    }

    /**
     * All of them; empty if there are more than so many, which the first page tells. A missing namespace has none.
     *
     * @param selector parameters that each page is asked for with
     */
    Optional<List<Manifest>> atMost(long most, Map<String, String> selector) throws Unreached {
        List<Manifest> all = new ArrayList<>();
        String next = "";
        long length = 0;
        do {
            Answer answer = page(selector, next);
            if (answer.code() == 410 && !next.isEmpty() && !begunAnew) {
                begunAnew = true;
                return atMost(most, selector);
            }
            if (!answer.ok()) {
                return Optional.of(missing(answer));
            }
            Manifest page = page(answer, all);
            if (all.size() + page.number("metadata", "remainingItemCount").orElse(0L) > most) {
                return Optional.empty();
            }
            String after = page.text("metadata", "continue");
            length += answer.body().length();
            if (length > MOST || (!after.isEmpty() && after.equals(next))) {
                throw new Unreached("the " + shown + " does not end: given up after " + all.size() + " objects", false);
            }
            next = after;
        } while (!next.isEmpty());
        return Optional.of(all);
    }

    private Answer page(Map<String, String> selector, String next) throws Unreached {
        while (true) {
            Map<String, String> query = new LinkedHashMap<>(selector);
            query.put("limit", String.valueOf(limit));
            if (!next.isEmpty()) {
                query.put("continue", next);
            }
            try {
                return requests.send(Call.get(path, query), deadline);
            } catch (Unreached e) {
                if (!e.tooLong() || limit == 1) {
                    throw e;
                }
                limit = Math.max(1, limit / SMALLER);
            }
        }
    }

    private List<Manifest> missing(Answer answer) throws Unreached {
        Failure failure = Failure.of(answer);
        if (failure.code() == 404 && failure.isStatus()) {
            return List.of();
        }
        throw NotAllowed.or("the " + shown + " cannot be read", failure);
    }

    private Manifest page(Answer answer, List<Manifest> all) throws Unreached {
        Manifest page = Bodies.object(answer);
        if (!page.text("kind").endsWith("List") || !(page.tree().get("items") instanceof List<?> items)) {
            throw Bodies.strange(shown, "it is of the kind \"" + page.text("kind") + "\" and has no list of items");
        }
        for (Object item : items) {
            Manifest object = item instanceof Map<?, ?> map ? whole(map) : new Manifest(Map.of());
            String wrong = Shape.wrong(object, kind);
            if (!wrong.isEmpty()) {
                throw Bodies.strange(shown, "of an item, " + wrong);
            }
            all.add(object);
        }
        return page;
    }

    /** Items of a list leave out what the list says for all of them. */
    private Manifest whole(Map<?, ?> item) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", kind.apiVersion());
        tree.put("kind", kind.name());
        tree.putAll(Bodies.strings(item));
        return new Manifest(tree);
    }
}
