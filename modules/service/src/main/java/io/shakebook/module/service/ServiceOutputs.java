// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import io.shakebook.spi.Doc;
import io.shakebook.spi.Output;

/** Outputs of the module "service". */
public record ServiceOutputs(
        @Doc("Name of the Service") Output<String> name,

        @Doc("The address that the cluster gave it") Output<String> clusterIp,

        @Doc("The node port that the cluster gave it; a ClusterIP Service has none")
        Output<Integer> nodePort,

        @Doc("The cluster IP and the port, as in 10.96.0.17:6379")
        Output<String> address) {}
