// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.source.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many objects of the common kinds a server has, asked over HTTP like anybody else. */
final class ObjectCounts {
    private static final List<Map.Entry<String, String>> PATHS = List.of(
            Map.entry("Deployment", "/apis/apps/v1/deployments"),
            Map.entry("StatefulSet", "/apis/apps/v1/statefulsets"),
            Map.entry("Pod", "/api/v1/pods"),
            Map.entry("Service", "/api/v1/services"),
            Map.entry("ConfigMap", "/api/v1/configmaps"));

    private ObjectCounts() {}

    /** In words: {@code 3 Pods}. @throws IOException if the server does not answer */
    static List<String> of(URI server) throws IOException {
        List<String> counts = new ArrayList<>();
        for (Map.Entry<String, String> path : PATHS) {
            int count = count(server.resolve(path.getValue()));
            counts.add(count + " " + path.getKey() + (count == 1 ? "" : "s"));
        }
        return counts;
    }

    private static int count(URI list) throws IOException {
        try (InputStream answer = list.toURL().openStream()) {
            Object tree = JsonReader.read(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
            return tree instanceof Map<?, ?> map && map.get("items") instanceof List<?> items ? items.size() : 0;
        } catch (JsonReader.Broken e) {
            throw new IOException(list + " gave no JSON: " + e.getMessage(), e);
        }
    }
}
