// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the pending and the secret parts of a tree. */
public final class Holes {

    private Holes() {}

    /** The outputs that are still to be filled in, in order. */
    public static Set<OutputRef> in(Manifest manifest) {
        return in((Object) manifest.tree());
    }

    /** The outputs that are still to be filled in, in order. */
    public static Set<OutputRef> in(Object tree) {
        Set<OutputRef> found = new LinkedHashSet<>();
        texts(
                tree,
                text -> text.parts().forEach(part -> {
                    if (part instanceof Text.Pending pending) {
                        found.add(pending.ref());
                    }
                }));
        return found;
    }

    /** The secrets that a tree refers to, in order. */
    public static Set<SecretRef> secretsIn(Object tree) {
        Set<SecretRef> found = new LinkedHashSet<>();
        texts(
                tree,
                text -> text.parts().forEach(part -> {
                    if (part instanceof Text.Secret secret) {
                        found.add(secret.ref());
                    }
                }));
        return found;
    }

    /** The secret parts of a tree, with how each is escaped. */
    static void secretParts(Object tree, Consumer<Text.Secret> found) {
        texts(
                tree,
                text -> text.parts().forEach(part -> {
                    if (part instanceof Text.Secret secret) {
                        found.accept(secret);
                    }
                }));
    }

    private static void texts(Object node, Consumer<Text> found) {
        if (node instanceof Text text) {
            found.accept(text);
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> texts(value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> texts(value, found));
        }
    }
}
