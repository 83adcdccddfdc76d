// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ConfigMap or Secret that some arguments describe. */
record ConfigmapManifest(ConfigmapArgs args, String namespace) {
    static final FieldPath DATA = FieldPath.of("data");

    ObjectRef ref() {
        return new ObjectRef(args.kind().kind(), namespace, args.name().value());
    }

    Wanted wanted() {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/managed-by", "shakebook");
        labels.putAll(args.labels());
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("metadata", Map.of("labels", labels));
        if (args.kind() == ConfigKind.SECRET) {
            rest.put("type", "Opaque");
        }
        rest.put("data", data());
        return new Wanted.Present(Manifest.of(ref(), rest));
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        args.data().forEach((file, content) -> data.put(file, written(content.text())));
        return data;
    }

    private Text written(Text text) {
        return args.kind() == ConfigKind.SECRET ? text.inBase64() : text;
    }
}
