// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * One API server under test.
 *
 * @param uri scheme, host and port, without a path
 * @param headers what every request must carry, such as the bearer token
 * @param tls whom to trust; empty for clear text
 * @param abilities what this server can do beyond storing objects
 */
public record ApiServer(URI uri, Map<String, String> headers, Optional<SSLContext> tls, Set<Ability> abilities) {
    public ApiServer {
        headers = Map.copyOf(headers);
        abilities = Set.copyOf(abilities);
    }
}
