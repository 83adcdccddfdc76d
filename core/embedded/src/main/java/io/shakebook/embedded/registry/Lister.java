// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists objects, in pages if asked. */
public final class Lister {
    private final Registry registry;

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

    /**
     * The next page of at most {@code limit} objects (0: all of them).
     *
     * @param token what the page before said to ask with, or ""
     */
    public Page list(Selection selection, int limit, String token) {
        String version = Long.toString(registry.store().version());
        List<ObjectNode> all = registry.store().list(selection.kind(), selection.namespace()).stream()
                .filter(selection::has)
                .toList();
        List<ObjectNode> rest = token.isEmpty() ? all : after(all, decoded(token));
        if (limit <= 0 || rest.size() <= limit) {
            return new Page(rest, version, Optional.empty(), 0);
        }
        List<ObjectNode> page = rest.subList(0, limit);
        return new Page(page, version, Optional.of(encoded(place(page.get(limit - 1)))), rest.size() - limit);
    }

    private static List<ObjectNode> after(List<ObjectNode> all, String place) {
        return all.stream().filter(object -> place(object).compareTo(place) > 0).toList();
    }

    private static String place(JsonNode object) {
        return Json.text(object, "metadata", "namespace") + "\u0000" + Json.text(object, "metadata", "name");
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiFailure.badRequest("continue key is not valid: " + e.getMessage());
        }
    }
}
