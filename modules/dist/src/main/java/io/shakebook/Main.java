// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import java.util.List;

/** Where the process starts and ends. */
public final class Main {
    private static final List<String> VERSION = List.of("--version", "-V", "version");

    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess(Terminal.of(System.getProperty("shakebook.streams", "")), System.getenv());
        System.exit(run(console, arguments));
    }

    /** The version is said before the command line library is loaded. */
    private static int run(Console console, String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            console.result("shakebook " + Version.read() + "\n");
            return 0;
        }
        HeadStart.of(arguments);
        return Wiring.ofProcess(console).verbs().run(arguments);
    }
}
