// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which ConfigMap or Secret a pod needs: mounted as a volume, alone or projected, or read into its environment. */
record PodFiles(Manifest pod) {

    boolean use(ConfigKind kind, String name) {
        return kind == ConfigKind.CONFIG_MAP
                ? named("configMap", "name", name)
                        || named("configMapRef", "name", name)
                        || named("configMapKeyRef", "name", name)
                : named("secret", "secretName", name)
                        || named("secret", "name", name)
                        || named("secretRef", "name", name)
                        || named("secretKeyRef", "name", name);
    }

    private boolean named(String reference, String key, String name) {
        return maps(pod.map("spec"))
                .map(map -> map.get(reference))
                .filter(Objects::nonNull)
                .anyMatch(found -> found instanceof Map<?, ?> map && name.equals(map.get(key)));
    }

    /** Every map in a tree. */
    private static Stream<Map<?, ?>> maps(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return Stream.concat(Stream.of(map), map.values().stream().flatMap(PodFiles::maps));
        }
        return tree instanceof List<?> list ? list.stream().flatMap(PodFiles::maps) : Stream.empty();
    }
}
