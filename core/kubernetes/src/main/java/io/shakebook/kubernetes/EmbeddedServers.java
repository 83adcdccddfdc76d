// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.ClusterEntry;
import java.io.IOException;
import java.net.URI;

/** Finds or starts the in-process API servers of embedded clusters. */
public interface EmbeddedServers {

    /**
     * Base URL of the server, which answers by now. Asking again gives the same.
     *
     * @throws IOException if it cannot be started; the message is for the user
     */
    URI uri(ClusterEntry cluster) throws IOException;
}
