// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import java.util.Optional;

/**
 * Shakes that a live Deployment runs in containers of other names, as one made by hand does. An apply would add ours
 * beside them, and two would copy at once.
 */
record OtherShakes(ShakeAppArgs args, Manifest live) {

    Optional<String> reason() {
        return live.list("spec", "template", "spec", "containers").stream()
                .filter(Map.class::isInstance)
                .map(container -> (Map<?, ?>) container)
                .filter(container -> !ShakeDeployment.CONTAINER.equals(container.get("name")))
                .filter(container -> program(String.valueOf(container.get("image")))
                        .equals(program(args.image().value())))
                .findFirst()
                .map(container -> "its container \"" + container.get("name") + "\" runs a shake too, and two would copy"
                        + " at once");
    }

    /** {@code redis-shake} of {@code registry/project/redis-shake:3@sha256:...}. */
    private static String program(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.split("[:@]", 2)[0];
    }
}
