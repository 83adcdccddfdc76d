// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Lists objects, in pages if asked: all pages show the objects as they were when the first one was asked for. */
public final class Lister {
    private static final int MOST_OPEN_LISTS = 100;
    private static final String TOKEN = "page-";

    private final Registry registry;
    private final Map<String, Rest> open = new LinkedHashMap<>();
    private long tokens;

    public Lister(Registry registry) {
        this.registry = registry;
    }

    /**
     * One page.
     *
     * @param version the version of the whole list
     * @param next how to ask for the next page
     * @param left how many objects come after this page
     */
    public record Page(List<ObjectNode> items, String version, Optional<String> next, int left) {}

    private record Rest(List<ObjectNode> items, String version) {}

    /**
     * The next page of at most {@code limit} objects (0: all of them).
     *
     * @param token what the page before said to ask with, or ""
     */
    public Page list(Selection selection, int limit, String token) {
        Rest rest = token.isEmpty() ? all(selection) : rest(token);
        int size = rest.items().size();
        if (limit <= 0 || size <= limit) {
            return new Page(rest.items(), rest.version(), Optional.empty(), 0);
        }
        String next = keep(new Rest(rest.items().subList(limit, size), rest.version()));
        return new Page(rest.items().subList(0, limit), rest.version(), Optional.of(next), size - limit);
    }

    private Rest all(Selection selection) {
        String version = Long.toString(registry.store().version());
        return new Rest(
                registry.store().list(selection.kind(), selection.namespace()).stream()
                        .filter(selection::has)
                        .toList(),
                version);
    }

    private synchronized Rest rest(String token) {
        Rest rest = open.get(token);
        if (rest != null) {
            return rest;
        }
        if (token.startsWith(TOKEN)) {
            throw ApiFailure.expired("The provided continue parameter is too old to display a consistent list result."
                    + " You can start a new list without the continue parameter.");
        }
        throw ApiFailure.badRequest("continue key is not valid: " + Json.array().add(token));
    }

    /** The oldest lists that nobody finished are forgotten. */
    private synchronized String keep(Rest rest) {
        if (open.size() >= MOST_OPEN_LISTS) {
            open.remove(open.keySet().iterator().next());
        }
        tokens++;
        String token = TOKEN + rest.version() + "-" + tokens;
        open.put(token, rest);
        return token;
    }
}
