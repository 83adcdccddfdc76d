// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in a live Deployment beside ours and would stay there under an apply, although with it two shakes copy, or
 * none does: only a new Deployment is free of it.
 */
record InTheWay(ShakeAppArgs args, Manifest live) {

    Optional<String> reason() {
        return containers()
                .filter(container -> !isOurs(container))
                .filter(container -> program(String.valueOf(container.get("image")))
                        .equals(program(args.image().value())))
                .findFirst()
                .map(container -> "its container \"" + container.get("name") + "\" runs a shake too, and two would copy"
                        + " at once")
                .or(this::command);
    }

    /** The image starts RedisShake; whoever sets a command has it start something else. */
    private Optional<String> command() {
        return containers()
                .filter(InTheWay::isOurs)
                .filter(container -> container.get("command") instanceof List<?> command && !command.isEmpty())
                .findFirst()
                .map(container -> "its container runs " + container.get("command") + " instead of the image's own"
                        + " program, so nothing is copied");
    }

    private Stream<Map<?, ?>> containers() {
        return live.list("spec", "template", "spec", "containers").stream()
                .filter(Map.class::isInstance)
                .map(container -> (Map<?, ?>) container);
    }

    private static boolean isOurs(Map<?, ?> container) {
        return ShakeDeployment.CONTAINER.equals(container.get("name"));
    }

    /** {@code redis-shake} of {@code registry/project/redis-shake:3@sha256:...}. */
    private static String program(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.split("[:@]", 2)[0];
    }
}
