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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lists the objects of one kind in one namespace, page by page. A token for the next page that has expired makes it begin
 * anew, once: pages of two moments do not make a list. Pages that are too long to be held are asked for smaller, and a
 * list that does not end is given up. Source:
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
final class Listing {
    private static final int PAGE = 500;
    private static final int SMALLER = 10;
    private static final long LONGEST = 128L * 1024 * 1024;
    /** What a page counts for at least, so that small ones without end come to one, too. */
    private static final long LEAST = 256L * 1024;

    private final Requests requests;
    private final String path;
    private final Kind kind;
    private final String namespace;
    private final Duration deadline;
    private int limit = PAGE;
    private long length;

    Listing(Requests requests, String path, Kind kind, String namespace, Duration deadline) {
        this.requests = requests;
        this.path = path;
        this.kind = kind;
        this.namespace = namespace;
        this.deadline = deadline;
    }

    /** Those with all of these labels, by name. */
    List<Manifest> all(Map<String, String> labels) throws Unreached {
        return twice(labels, Long.MAX_VALUE).orElseThrow();
    }

    /** All, by name; empty if there are more than so many, which the first page tells. */
    Optional<List<Manifest>> atMost(long most) throws Unreached {
        return twice(Map.of(), most);
    }

    /** Version of the collection as it is now; empty if there is no such namespace. */
    String version() throws Unreached {
        try {
            return page(new LinkedHashMap<>(Map.of("limit", "1")))
                    .map(list -> list.text("metadata", "resourceVersion"))
                    .orElse("");
        } catch (Expired impossible) {
            throw failed(impossible.failure());
        }
    }

    private Optional<List<Manifest>> twice(Map<String, String> labels, long most) throws Unreached {
        try {
            return once(labels, most);
        } catch (Expired midway) {
            try {
                return once(labels, most);
            } catch (Expired again) {
                throw failed(again.failure());
            }
        }
    }

    private Optional<List<Manifest>> once(Map<String, String> labels, long most) throws Unreached, Expired {
        List<Manifest> all = new ArrayList<>();
        length = 0;
        Map<String, String> query = query(labels);
        Optional<Manifest> page = page(query);
        while (page.isPresent()) {
            for (Object item : items(page.get())) {
                all.add(whole(item));
            }
            long left = page.get().number("metadata", "remainingItemCount").orElse(0L);
            if (all.size() + left > most) {
                return Optional.empty();
            }
            String next = page.get().text("metadata", "continue");
            if (length > LONGEST || (!next.isEmpty() && next.equals(query.get("continue")))) {
                throw new Unreached(words() + " cannot be listed: the list does not end", false);
            }
            query.put("continue", next);
            page = next.isEmpty() ? Optional.empty() : page(query);
        }
        all.sort(Comparator.comparing(object -> object.text("metadata", "name")));
        return Optional.of(all);
    }

    /** Empty if there is no such namespace. */
    private Optional<Manifest> page(Map<String, String> query) throws Unreached, Expired {
        Answer answer = sent(query);
        if (answer.ok()) {
            length += Math.max(answer.body().length(), LEAST);
            Manifest page = Bodies.object(answer);
            String wrong = Shape.wrongList(page, kind);
            if (!wrong.isEmpty()) {
                throw new Unreached(words() + " cannot be listed: the answer is " + wrong, false);
            }
            return Optional.of(page);
        }
        Failure failure = Failure.of(answer);
        if (failure.code() == 410) {
            throw new Expired(failure);
        }
        if (failure.code() == 404 && failure.isStatus()) {
            return Optional.empty();
        }
        throw failed(failure);
    }

    private Answer sent(Map<String, String> query) throws Unreached {
        while (true) {
            try {
                return requests.send(Call.get(path, query), deadline);
            } catch (Unreached e) {
                if (!e.tooLong() || limit == 1) {
                    throw e;
                }
                limit = Math.max(1, limit / SMALLER);
                query.put("limit", String.valueOf(limit));
            }
        }
    }

    private List<?> items(Manifest page) throws Unreached {
        if (page.tree().get("items") instanceof List<?> items) {
            return items;
        }
        throw new Unreached(words() + " cannot be listed: the answer has no list of items", false);
    }

    private Unreached failed(Failure failure) {
        return NotAllowed.or(words() + " cannot be listed", failure);
    }

    private String words() {
        return "the " + kind.name() + " objects in " + namespace;
    }

    private Map<String, String> query(Map<String, String> labels) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", String.valueOf(limit));
        if (!labels.isEmpty()) {
            query.put(
                    "labelSelector",
                    labels.entrySet().stream()
                            .map(label -> label.getKey() + "=" + label.getValue())
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
        return query;
    }

    /** Items of a list leave out what the list says for all of them. */
    private Manifest whole(Object item) throws Unreached {
        if (!(item instanceof Map<?, ?> object) || !(object.get("metadata") instanceof Map<?, ?>)) {
            throw new Unreached(words() + " cannot be listed: an item of the answer is no object", false);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", kind.apiVersion());
        tree.put("kind", kind.name());
        tree.putAll(Bodies.strings(object));
        Manifest whole = new Manifest(tree);
        String wrong = Shape.wrong(whole, kind);
        String within = wrong.isEmpty() ? whole.text("metadata", "namespace") : "";
        if (!namespace.isEmpty() && !within.isEmpty() && !within.equals(namespace)) {
            wrong = "it is in the namespace \"" + within + "\"";
        }
        if (!wrong.isEmpty()) {
            throw new Unreached(words() + " cannot be listed: of an item, " + wrong, false);
        }
        return whole;
    }

    /** The token for the next page is too old. */
    private static final class Expired extends Exception {
        private final transient Failure failure;

        Expired(Failure failure) {
            super(failure.shown());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
