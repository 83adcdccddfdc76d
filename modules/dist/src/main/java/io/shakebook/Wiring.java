// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.cli.report.Console;
import io.shakebook.cli.verb.Verbs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the parts together by hand, each when it is first needed. */
final class Wiring {
    private final Console console;

    Wiring(Console console) {
        this.console = console;
    }

    Verbs verbs() {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        return new Verbs(console, verbs);
    }
}
