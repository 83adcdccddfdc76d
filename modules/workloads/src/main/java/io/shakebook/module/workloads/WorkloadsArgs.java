// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.WorkloadKind;

/** Arguments of the look-up "workloads". */
public record WorkloadsArgs(
        @Doc("The cluster that is searched") ClusterRef cluster,

        @Doc("The namespace that is searched") String namespace,

        @Doc(value = "Deployment or StatefulSet", defaultsTo = "Deployment")
        WorkloadKind kind,

        @Doc(value = "Name; * stands for any characters", example = "redis-shake-sync*")
        NamePattern nameLike,

        @Doc(
                value = "Fewer than this is an error, so that a misspelt name cannot pass as nothing to do",
                defaultsTo = "0")
        int atLeast) {

    public WorkloadsArgs {
        if (atLeast < 0) {
            throw new InvalidArgument("atLeast", atLeast + " workloads cannot be asked for", "use 0 or more");
        }
    }
}
