// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.Wanted.Effect;
import io.shakebook.spi.Wanted.When;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Deployment of a shake: one pod, and never an old and a new one side by side, since both would write. */
record ShakeDeployment(ShakeAppArgs args, String namespace) {
    static final String CONTAINER = "shake";

    private static final List<Effect> EFFECTS = List.of(
            new Effect(FieldPath.ROOT, When.CREATED, "starts copying: overwrites keys on the target"),
            new Effect(FieldPath.of("spec", "template"), When.CHANGED, "restart = full resync"),
            new Effect(
                    FieldPath.of("spec", "replicas"),
                    When.CHANGED,
                    "starts copying: a full resync, which overwrites keys on the target"),
            new Effect(FieldPath.ROOT, When.DELETED, "stops copying"));

    ObjectRef ref() {
        return new ObjectRef(Kind.DEPLOYMENT, namespace, args.name().value());
    }

    /** @param anew why a live one cannot become it */
    Wanted wanted(Optional<String> anew) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("replicas", 1);
        spec.put("paused", false); // said, or somebody's pause would stay and nothing would roll out
        spec.put("strategy", Map.of("type", "Recreate"));
        spec.put("selector", Map.of("matchLabels", selector(args)));
        spec.put("template", template());
        Map<String, Object> rest = Map.of("metadata", Map.of("labels", labels(args)), "spec", spec);
        return new Wanted.Present(Manifest.of(ref(), rest), EFFECTS, anew);
    }

    static Map<String, String> selector(ShakeAppArgs args) {
        return Map.of("app", args.name().value());
    }

    static Map<String, String> labels(ShakeAppArgs args) {
        Map<String, String> labels = new LinkedHashMap<>(selector(args));
        labels.put("app.kubernetes.io/name", args.name().value());
        labels.put("app.kubernetes.io/managed-by", "shakebook");
        return labels;
    }

    private Map<String, Object> template() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("labels", labels(args));
        metadata.put("annotations", Map.of("shakebook.io/config-digest", args.configDigest()));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("automountServiceAccountToken", false);
        spec.put("containers", List.of(container()));
        spec.put("volumes", List.of(configVolume(), dataVolume()));
        return Map.of("metadata", metadata, "spec", spec);
    }

    private Map<String, Object> container() {
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("name", CONTAINER);
        container.put("image", args.image().value());
        container.put("args", arguments());
        container.put(
                "volumeMounts",
                List.of(
                        Map.of("name", "config", "mountPath", args.configPath(), "readOnly", true),
                        Map.of("name", "data", "mountPath", args.dataPath(), "readOnly", false)));
        return container;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(args.arguments());
        if (args.filtered()) {
            arguments.add(args.configPath() + "/filter.lua");
        }
        return arguments;
    }

    private Map<String, Object> configVolume() {
        String name = args.config().name();
        return args.config().kind().equals("Secret")
                ? Map.of("name", "config", "secret", Map.of("secretName", name))
                : Map.of("name", "config", "configMap", Map.of("name", name));
    }

    private Map<String, Object> dataVolume() {
        Map<String, Object> emptyDir = args.dataSize()
                .<Map<String, Object>>map(size -> Map.of("sizeLimit", size.value()))
                .orElse(Map.of());
        return Map.of("name", "data", "emptyDir", emptyDir);
    }
}
