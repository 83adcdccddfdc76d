// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.spi.kube.FieldPath;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads field paths and owners as an API server writes them. */
final class ServerPath {
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");
    private static final Pattern BRACKET = Pattern.compile("\\[(?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\]");
    private static final Pattern WORD = Pattern.compile("[^.\\[]+");

    private ServerPath() {}

    /** {@code spec.ports[0].nodePort}; empty if it is none. */
    static Optional<FieldPath> plain(String text) {
        try {
            return Optional.of(FieldPath.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The field manager in {@code conflict with "kubectl-edit" using v1}; the whole message if none is named. */
    static String manager(String message) {
        Matcher manager = MANAGER.matcher(message);
        return manager.find() ? manager.group(1) : message;
    }

    /**
     * Reads {@code .spec.ports[port=6379,protocol="TCP"].nodePort}. Keys with dots stand in it as they are
     * ({@code .data.sync.toml}), so the body that was sent tells where a key ends. An element of a set stands for the
     * set.
     */
    static FieldPath read(String text, Object body) {
        FieldPath path = FieldPath.ROOT;
        int at = 0;
        while (at < text.length()) {
            Optional<Object> node = path.in(body);
            if (text.charAt(at) == '[') {
                Matcher bracket = BRACKET.matcher(text).region(at, text.length());
                Optional<FieldPath> element = bracket.lookingAt() ? plain(bracket.group()) : Optional.empty();
                if (element.isEmpty()) {
                    return path;
                }
                path = path.then(element.get().segments().get(0));
                at = bracket.end();
            } else {
                at += text.charAt(at) == '.' ? 1 : 0;
                String key = key(text.substring(at), node);
                if (key.isEmpty()) {
                    return path;
                }
                path = path.key(key);
                at += key.length();
            }
        }
        return path;
    }

    private static String key(String rest, Optional<Object> node) {
        Matcher word = WORD.matcher(rest);
        String simple = word.lookingAt() ? word.group() : "";
        return node.filter(Map.class::isInstance)
                .flatMap(map -> ((Map<?, ?>) map)
                        .keySet().stream()
                                .map(String::valueOf)
                                .filter(key -> begins(rest, key))
                                .max(Comparator.comparingInt(String::length)))
                .orElse(simple);
    }

    private static boolean begins(String rest, String key) {
        boolean ends = rest.length() == key.length()
                || rest.length() > key.length()
                        && (rest.charAt(key.length()) == '.' || rest.charAt(key.length()) == '[');
        return ends && rest.startsWith(key);
    }
}
