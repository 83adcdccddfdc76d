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
    private final Duration deadline;
    private int limit = USUAL;
    private boolean begunAnew;

    /** @param deadline longest wait for each page, retries included */
    Pages(Requests requests, Duration deadline) {
        this.requests = requests;
        this.deadline = deadline;
    }

    /** @param selector parameters that each page is asked for with; a missing namespace is an empty list */
    List<Manifest> all(Kind kind, String path, String namespace, Map<String, String> selector) throws Unreached {
        String shown = "list of " + kind.name() + " objects in " + namespace;
        List<Manifest> all = new ArrayList<>();
        String next = "";
        long length = 0;
        do {
            Answer answer = page(path, selector, next);
            if (answer.code() == 410 && !next.isEmpty() && !begunAnew) {
                begunAnew = true;
                return all(kind, path, namespace, selector);
            }
            if (!answer.ok()) {
                return missing(answer, shown);
            }
            Manifest page = page(answer, kind, shown, all);
            String after = page.text("metadata", "continue");
            length += answer.body().length();
            if (length > MOST || (!after.isEmpty() && after.equals(next))) {
                throw new Unreached("the " + shown + " does not end: given up after " + all.size() + " objects", false);
            }
            next = after;
        } while (!next.isEmpty());
        return all;
    }

    private Answer page(String path, Map<String, String> selector, String next) throws Unreached {
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

    private static List<Manifest> missing(Answer answer, String shown) throws Unreached {
        Failure failure = Failure.of(answer);
        if (failure.code() == 404 && failure.isStatus()) {
            return List.of();
        }
        throw new Unreached("the " + shown + " cannot be read: " + failure.shown(), false);
    }

    private static Manifest page(Answer answer, Kind kind, String shown, List<Manifest> all) throws Unreached {
        Manifest page = Bodies.object(answer);
        if (!page.text("kind").endsWith("List") || !(page.tree().get("items") instanceof List<?> items)) {
            throw Bodies.strange(shown, "it is of the kind \"" + page.text("kind") + "\" and has no list of items");
        }
        for (Object item : items) {
            Manifest object = item instanceof Map<?, ?> map ? whole(map, kind) : new Manifest(Map.of());
            String wrong = Shape.wrong(object, kind);
            if (!wrong.isEmpty()) {
                throw Bodies.strange(shown, "of an item, " + wrong);
            }
            all.add(object);
        }
        return page;
    }

    /** Items of a list leave out what the list says for all of them. */
    private static Manifest whole(Map<?, ?> item, Kind kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", kind.apiVersion());
        tree.put("kind", kind.name());
        tree.putAll(Bodies.strings(item));
        return new Manifest(tree);
    }
}
