// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this process, for the journal. */
final class Operator {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    private Operator() {}

    /** {@code li@ops-1}; without the host where the system does not say. A name server is not asked: it may be slow. */
    static String name() {
        String user = System.getProperty("user.name", "somebody");
        try {
            return user + "@" + Files.readString(HOST).strip();
        } catch (IOException e) {
            return user;
        }
    }
}
