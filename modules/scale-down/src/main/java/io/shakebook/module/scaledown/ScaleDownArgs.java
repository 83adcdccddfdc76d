// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;

/** Arguments of the module "scale-down". */
public record ScaleDownArgs(
        @Doc(value = "Kind and name of the workload", example = "Deployment/redis-shake-sync-0")
        WorkloadName workload,

        @Doc(value = "At most so many pods may be left", defaultsTo = "0")
        int replicas,

        @Doc(value = "Whether a missing workload is an error or there is nothing to do", defaultsTo = "error")
        IfMissing ifMissing) {

    public ScaleDownArgs {
        if (replicas < 0) {
            throw new InvalidArgument("replicas", replicas + " replicas cannot be wanted", "use 0 or more");
        }
    }
}
