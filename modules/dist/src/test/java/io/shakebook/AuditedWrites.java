// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.engine.source.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Shakebook's modules sent to the embedded clusters below a folder, by the servers' own audit logs, in order. */
record AuditedWrites(List<Write> all) {

    /** One request. */
    record Write(String at, String cluster, String verb, String path, int code) {
        boolean wrote() {
            return code < 300;
        }

        /** Without when it was. */
        String what() {
            return cluster + " " + verb + " " + path;
        }
    }

    static AuditedWrites below(Path folder) throws IOException, JsonReader.Broken {
        List<Write> writes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log : files.filter(file -> file.endsWith("audit.log")).toList()) {
                String cluster = log.getParent().getFileName().toString();
                for (String line : Files.readAllLines(log)) {
                    Map<?, ?> entry = (Map<?, ?>) JsonReader.read(line);
                    String manager = String.valueOf(entry.get("manager"));
                    String verb = String.valueOf(entry.get("verb"));
                    if (manager.startsWith("shakebook.") && !manager.equals("shakebook.lock")
                            || verb.equals("DELETE")) {
                        writes.add(new Write(
                                String.valueOf(entry.get("at")),
                                cluster,
                                verb,
                                String.valueOf(entry.get("path")),
                                Integer.parseInt(String.valueOf(entry.get("code")))));
                    }
                }
            }
        }
        writes.sort(Comparator.comparing(Write::at));
        return new AuditedWrites(writes);
    }

    /** Those that took effect. */
    List<String> done() {
        return all.stream().filter(Write::wrote).map(Write::what).toList();
    }
}
