// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretRef;
import java.util.List;
import java.util.Optional;

/** Reads references to secrets; what stands there instead of a reference may be a password and is never repeated. */
final class SecretFields {
    private static final List<String> KEYS =
            List.of("secret", "key", "cluster", "namespace", "file", "environment", "command", "within");
    /** One of them says where a secret lies. */
    private static final List<String> PLACES = List.of("secret", "file", "environment", "command");

    private final Entry entry;
    private final Mapping mapping;
    private final Problems problems;

    SecretFields(Entry entry, Mapping mapping, Problems problems) {
        this.entry = entry;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Whether a map names a secret, also where no type says that there must be one. */
    static boolean refers(Mapping form) {
        return PLACES.stream().anyMatch(form.names()::contains) && KEYS.containsAll(form.names());
    }

    Arg leaf(Entry field) {
        Position at = field.value().at();
        if (!(field.value() instanceof Mapping form)) {
            if (!(field.value() instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-secret",
                        "\"" + field.name() + "\" must name a secret, never hold its value",
                        hidden(at),
                        "write \"secret: NAME\" and \"key: KEY\" below it, or \"file:\", \"environment:\" or \"command:\"");
            }
            return new Arg.Leaf(at, Value.FAULTY, true, "");
        }
        int before = problems.reports();
        KeyReader keys = new KeyReader(form, "a secret", problems);
        keys.only(KEYS);
        Optional<SecretPlace> place =
                new SecretForm(keys, form, problems).place(field.key().at(), this::ofEntry);
        if (place.isEmpty() || problems.reports() > before) {
            return new Arg.Leaf(at, Value.FAULTY, true, "");
        }
        return new Arg.Leaf(at, Value.of(new SecretRef(entry.name() + "." + field.name(), place.get())), true, "");
    }

    private Optional<String> ofEntry(String key) {
        return mapping.get(key).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
    }

    /** The place without the line's text. */
    static Position hidden(Position at) {
        return new Position(at.file(), at.line(), at.column(), at.length(), "");
    }
}
