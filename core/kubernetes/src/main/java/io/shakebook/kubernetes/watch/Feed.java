// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.watch;

import io.shakebook.kubernetes.http.Unreached;
import java.util.function.Consumer;

/** A watch on a collection of objects, as a cluster offers it. */
public interface Feed {

    /** Version of the collection as it is now. */
    String version() throws Unreached;

    /**
     * Hands on each event from a version on, as the line that came, until the server ends the watch.
     *
     * @return HTTP status code
     * @throws Unreached if the watch breaks off
     */
    int events(String from, Consumer<String> line) throws Unreached;
}
