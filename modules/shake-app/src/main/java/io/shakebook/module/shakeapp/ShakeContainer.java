// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import java.util.Optional;

/** What a pod's status says of its container. */
record ShakeContainer(Manifest pod) {
    private static final FieldPath STATUS = FieldPath.of("status", "containerStatuses")
            .then(new FieldPath.Element(Map.of("name", ShakeDeployment.CONTAINER)));

    int restarts() {
        return at("restartCount").map(count -> ((Long) count).intValue()).orElse(0);
    }

    boolean running() {
        return at("state", "running").isPresent();
    }

    /** Why it does not run, as Kubernetes says: {@code ImagePullBackOff}; empty if it runs or ended. */
    String waitingReason() {
        return text("state", "waiting", "reason");
    }

    String waitingMessage() {
        return text("state", "waiting", "message");
    }

    /** How it ended last; empty if it never did. */
    Optional<Long> exitCode() {
        return at("state", "terminated", "exitCode")
                .or(() -> at("lastState", "terminated", "exitCode"))
                .map(Long.class::cast);
    }

    private String text(String... keys) {
        return at(keys).map(String::valueOf).orElse("");
    }

    private Optional<Object> at(String... keys) {
        FieldPath path = STATUS;
        for (String key : keys) {
            path = path.key(key);
        }
        return pod.at(path);
    }
}
