// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** This machine, said by a name or an address that cannot lead elsewhere. */
final class Loopback {
    private static final Pattern ADDRESS = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private Loopback() {}

    static boolean is(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("::1")
                        || host.equals("[::1]")
                        || ADDRESS.matcher(host).matches());
    }
}
