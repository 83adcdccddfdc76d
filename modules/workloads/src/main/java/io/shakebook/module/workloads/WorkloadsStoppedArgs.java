// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.Doc;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.WorkloadKind;
import java.util.List;
import java.util.Optional;

/** Arguments of the gate "workloads-stopped". */
public record WorkloadsStoppedArgs(
        @Doc(value = "Deployment or StatefulSet", defaultsTo = "Deployment")
        WorkloadKind kind,

        @Doc(value = "Name; * stands for any characters", example = "redis-shake-recovery*")
        NamePattern nameLike,

        @Doc("The cluster that is searched; the step's own unless given")
        Optional<ClusterRef> cluster,

        @Doc("The namespace that is searched; the step's own unless given")
        Optional<String> namespace,

        @Doc(value = "Names that may run all the same", defaultsTo = "[]")
        List<String> except,

        @Doc(value = "What it means if one runs, and what to do then", example = "A recovery is running; end it first.")
        String otherwise) {

    public WorkloadsStoppedArgs {
        except = List.copyOf(except);
    }

    boolean means(String name) {
        return nameLike.matches(name) && !except.contains(name);
    }
}
