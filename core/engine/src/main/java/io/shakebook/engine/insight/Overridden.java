// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.inventory.PasswordLook;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import java.util.stream.Collectors;

/** Words for a playbook's default that an inventory overrides. */
final class Overridden {

    private Overridden() {}

    static String words(String playbook, String parameter, YamlNode value) {
        return written(parameter, value) + ", the default of " + playbook + " at "
                + value.at().file() + ":" + value.at().line();
    }

    private static String written(String key, YamlNode node) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> written(key, item))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.name() + ": " + written(entry.name(), entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        return PasswordLook.has(key, text) ? "a value that looks like a password" : text.isEmpty() ? "\"\"" : text;
    }
}
