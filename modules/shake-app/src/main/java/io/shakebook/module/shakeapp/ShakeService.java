// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Doc;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.kube.ServiceType;

/** The Service in front of a shake. RedisShake 3 serves nothing there; the procedure has it all the same. */
public record ShakeService(
        @Doc(value = "ClusterIP or NodePort", defaultsTo = "NodePort")
        ServiceType type,

        @Doc(value = "TCP port of the Service", defaultsTo = "6379")
        Port port,

        @Doc(value = "TCP port of the container", defaultsTo = "6379")
        Port targetPort) {}
