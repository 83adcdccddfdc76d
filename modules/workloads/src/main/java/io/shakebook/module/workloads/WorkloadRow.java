// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.Doc;

/** A row of the look-up "workloads"; its key is the name. */
public record WorkloadRow(
        @Doc("Name of the workload") String name,

        @Doc("How many pods it wants") int replicas,

        @Doc("How many pods it has, terminating ones included")
        int pods) {}
