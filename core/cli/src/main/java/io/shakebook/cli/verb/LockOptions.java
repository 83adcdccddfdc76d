// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What is done about a lock that another run holds. */
final class LockOptions {

    @Option(
            names = "--take-over",
            paramLabel = "RUN",
            description = "Take over the locks of this run, which is dead, although they have not expired.")
    Optional<String> takeOver = Optional.empty();
}
