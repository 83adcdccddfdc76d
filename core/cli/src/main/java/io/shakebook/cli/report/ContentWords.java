// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Hidden;
import io.shakebook.engine.insight.Content.Items;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Nothing;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.insight.Content.Secret;
import io.shakebook.engine.insight.ThingDifference.Kind;
import io.shakebook.spi.value.SecretPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of inventories for people and for programs; a secret is its reference, and what looks like a password is hidden. */
final class ContentWords {
    private static final Values VALUES = new Values(List.of());

    private ContentWords() {}

    /** On one line, fit to print. */
    static String of(Content content) {
        if (content instanceof Plain plain) {
            return VALUES.value(plain.value());
        }
        if (content instanceof Named named) {
            return Escaped.of(named.name());
        }
        if (content instanceof Secret secret) {
            return Escaped.of("secret " + secret.ref().source());
        }
        if (content instanceof Items list) {
            return list.items().stream().map(ContentWords::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (content instanceof Fields map) {
            return map.fields().entrySet().stream()
                    .map(one -> Escaped.of(one.getKey()) + ": " + of(one.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return content instanceof Hidden ? "(hidden: it looks like a password)" : "(nothing)";
    }

    /** In the keys of an inventory, with nothing left to be filled in. */
    private static Map<String, Object> secret(SecretPlace place) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (place instanceof SecretPlace.InCluster in) {
            tree.put("secret", in.name());
            tree.put("key", in.key());
            tree.put("cluster", in.cluster());
            tree.put("namespace", in.namespace());
        } else if (place instanceof SecretPlace.InFile file) {
            tree.put("file", file.path());
        } else if (place instanceof SecretPlace.InEnvironment environment) {
            tree.put("environment", environment.variable());
        } else if (place instanceof SecretPlace.FromCommand command) {
            tree.put("command", command.line());
            tree.put("within", command.within().toSeconds() + "s");
        }
        return tree;
    }

    /** For JSON. */
    static @Nullable Object tree(Content content) {
        if (content instanceof Plain plain) {
            return plain.value();
        }
        if (content instanceof Named named) {
            return named.name();
        }
        if (content instanceof Secret secret) {
            return secret(secret.ref().place());
        }
        if (content instanceof Items list) {
            return list.items().stream().map(ContentWords::tree).toList();
        }
        if (content instanceof Fields map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.fields().forEach((key, value) -> tree.put(key, tree(value)));
            return tree;
        }
        return content instanceof Nothing ? null : Map.of("hidden", true);
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
