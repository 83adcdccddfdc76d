// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Where a secret lies: on a cluster, or on the machine that Shakebook runs on. */
public sealed interface SecretPlace {

    /** On one line, for people; two places with the same words are the same place. */
    String shown();

    /** One key of a Kubernetes Secret. */
    record InCluster(String cluster, String namespace, String name, String key) implements SecretPlace {
        public InCluster {
            requireNonNull(cluster, "cluster");
            requireNonNull(namespace, "namespace");
            requireNonNull(name, "name");
            requireNonNull(key, "key");
        }

        /** {@code cluster/namespace/Secret/name#key}. */
        @Override
        public String shown() {
            return cluster + "/" + namespace + "/Secret/" + name + "#" + key;
        }
    }

    /**
     * A file of this machine that only its owner can read.
     *
     * @param path absolute, or below the user's home with {@code ~/}
     */
    record InFile(String path) implements SecretPlace {
        public InFile {
            requireNonNull(path, "path");
        }

        @Override
        public String shown() {
            return "file " + path;
        }
    }

    /** A variable of the environment that Shakebook was started with. */
    record InEnvironment(String variable) implements SecretPlace {
        public InEnvironment {
            requireNonNull(variable, "variable");
        }

        @Override
        public String shown() {
            return "environment variable " + variable;
        }
    }

    /**
     * What a command of this machine prints; it runs only where the machine allows it.
     *
     * @param line the command and its arguments, none of which a shell sees
     * @param within how long it may take
     */
    record FromCommand(List<String> line, Duration within) implements SecretPlace {
        public FromCommand {
            line = List.copyOf(line);
            requireNonNull(within, "within");
            if (line.isEmpty()) {
                throw new IllegalArgumentException("a command has a name");
            }
        }

        @Override
        public String shown() {
            return "command " + line.stream().map(FromCommand::quoted).collect(Collectors.joining(" "));
        }

        private static String quoted(String word) {
            boolean plain = !word.isEmpty() && word.chars().noneMatch(one -> one <= ' ' || "\"'\\".indexOf(one) >= 0);
            return plain ? word : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }
}
