// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.WorkloadKind;
import java.util.Arrays;

/** A workload as kind and name: {@code Deployment/redis-shake-sync-0}. */
public record WorkloadName(String value) {
    public WorkloadName {
        String[] parts = value.split("/", -1);
        boolean known = Arrays.stream(WorkloadKind.values())
                .anyMatch(kind -> kind.toString().equals(parts[0]));
        if (parts.length != 2 || !known) {
            throw new InvalidArgument(
                    "\"" + value + "\" is not a workload: it must be \"Deployment/NAME\" or \"StatefulSet/NAME\"",
                    "write \"Deployment/" + parts[parts.length - 1] + "\"");
        }
        new ObjectName(parts[1]);
    }

    WorkloadKind kind() {
        return value.startsWith("Deployment/") ? WorkloadKind.DEPLOYMENT : WorkloadKind.STATEFUL_SET;
    }

    String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    ObjectRef in(String namespace) {
        return new ObjectRef(kind().kind(), namespace, name());
    }

    /** For people: {@code Deployment "redis-shake-sync-0"}. */
    String shown() {
        return kind() + " \"" + name() + "\"";
    }

    @Override
    public String toString() {
        return value;
    }
}
