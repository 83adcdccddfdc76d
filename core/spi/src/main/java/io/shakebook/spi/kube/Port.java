// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.diagnostic.InvalidArgument;

/** A TCP port, from 1 to 65535. */
public record Port(int value) {
    public Port {
        if (value < 1 || value > 65535) {
            throw new InvalidArgument(value + " is not a port: it must be from 1 to 65535", "use a port such as 6379");
        }
    }
}
