// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Workload;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A Deployment that wants no pod: no controller raises that number again, somebody must. */
record ScaledAway(Manifest deployment) {

    Optional<Verdict> verdict() {
        Workload workload = new Workload(deployment);
        return workload.replicas() != 0
                ? Optional.empty()
                : Optional.of(Verdict.failed(
                        workload.shown() + " was scaled away" + by() + ": it wants 0 pods where it should want 1"));
    }

    /** Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/#managed-fields */
    private String by() {
        return deployment.list("metadata", "managedFields").stream()
                .filter(entry -> entry instanceof Map<?, ?> fields && setsReplicas(fields))
                .map(entry -> (Map<?, ?>) entry)
                .max(Comparator.comparing(entry -> text(entry, "time")))
                .map(entry -> " by \"" + text(entry, "manager") + "\"" + at(text(entry, "time")))
                .orElse("");
    }

    private static String at(String time) {
        return time.isEmpty() ? "" : " at " + time;
    }

    private static boolean setsReplicas(Map<?, ?> entry) {
        return entry.get("fieldsV1") instanceof Map<?, ?> fields
                && fields.get("f:spec") instanceof Map<?, ?> spec
                && spec.containsKey("f:replicas");
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof String text ? text : "";
    }
}
