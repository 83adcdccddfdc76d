// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretPlace.FromCommand;
import io.shakebook.spi.value.SecretPlace.InCluster;
import io.shakebook.spi.value.SecretPlace.InEnvironment;
import io.shakebook.spi.value.SecretPlace.InFile;
import io.shakebook.spi.value.SecretRef;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** References to secrets as JSON, both ways. */
final class SecretTree {

    private SecretTree() {}

    static Map<String, Object> of(SecretRef ref) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("of", ref.of());
        SecretPlace place = ref.place();
        if (place instanceof InCluster in) {
            tree.put("cluster", in.cluster());
            tree.put("namespace", in.namespace());
            tree.put("secret", in.name());
            tree.put("key", in.key());
        } else if (place instanceof InFile file) {
            tree.put("file", file.path());
        } else if (place instanceof InEnvironment environment) {
            tree.put("environment", environment.variable());
        } else if (place instanceof FromCommand command) {
            tree.put("command", command.line());
            tree.put("within", command.within().toString());
        }
        return tree;
    }

    static SecretRef read(JsonObject json) throws Misfit {
        return new SecretRef(json.text("of"), place(json));
    }

    private static SecretPlace place(JsonObject json) throws Misfit {
        if (json.has("file")) {
            return new InFile(json.text("file"));
        }
        if (json.has("environment")) {
            return new InEnvironment(json.text("environment"));
        }
        return json.has("command")
                ? command(json)
                : new InCluster(json.text("cluster"), json.text("namespace"), json.text("secret"), json.text("key"));
    }

    private static FromCommand command(JsonObject json) throws Misfit {
        List<String> line = json.textList("command", word -> word);
        if (line.isEmpty()) {
            throw json.wrong("command", "must have a name");
        }
        try {
            return new FromCommand(line, Duration.parse(json.text("within")));
        } catch (DateTimeParseException e) {
            throw json.wrong("within", "must be a duration");
        }
    }
}
