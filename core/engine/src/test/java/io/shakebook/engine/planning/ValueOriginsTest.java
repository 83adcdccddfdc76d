// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A wrong value is used far from where it was given; both places are said. */
class ValueOriginsTest {
    private static final String OUTER = """
            playbook: t
            parameters:
              name: { type: string, default: "Not a name" }
              part: { type: string, default: x }
            phases:
              - name: own
                cluster: west
                namespace: orders
                steps:
                  - name: a
                    service:
                      port: 1
                      selector: {}
                      name: ${name}
              - name: one
                import: u
                with:
                  service-name: ${name}-${part}
            """;
    private static final String IMPORTED = """
            playbook: u
            parameters:
              service-name: { type: string }
              other: { type: string, default: "Neither" }
            phases:
              - name: in
                import: v
                with:
                  deep: ${service-name}
              - name: here
                cluster: west
                namespace: orders
                steps:
                  - name: b
                    service:
                      port: 1
                      selector: {}
                      name: ${other}
            """;
    private static final String DEEP = """
            playbook: v
            parameters:
              deep: { type: string }
            phases:
              - name: in
                cluster: west
                namespace: orders
                steps:
                  - name: c
                    service:
                      port: 1
                      selector: {}
                      name: ${deep}
                  - name: d
                    service: { name: "No Parameter", port: 1, selector: {} }
            """;

    @Test
    void aDefaultIsNamedWithItsLineAndSoIsEachLineThatHandedItOver() {
        assertThat(wrong(Map.of()))
                .containsOnly(
                        Map.entry("t.yaml:14", List.of("the playbook default at t.yaml:3")),
                        Map.entry("u.yaml:18", List.of("the playbook default at u.yaml:4")),
                        Map.entry(
                                "v.yaml:13",
                                List.of(
                                        "the playbook default at t.yaml:3",
                                        "the playbook default at t.yaml:4",
                                        "through t.yaml:18",
                                        "through u.yaml:9")),
                        Map.entry("v.yaml:15", List.of()));
    }

    @Test
    void whatWasTypedIsNamedAsItWasTyped() {
        assertThat(wrong(Map.of("name", "Typed", "part", "y")))
                .contains(
                        Map.entry("t.yaml:14", List.of("-p name")),
                        Map.entry("v.yaml:13", List.of("-p name", "-p part", "through t.yaml:18", "through u.yaml:9")));
    }

    /** Who gave the values, by line. */
    private static Map<String, List<String>> wrong(Map<String, String> typed) {
        Site site = Site.of(Map.of("t.yaml", OUTER, "u.yaml", IMPORTED, "v.yaml", DEEP));
        Mistakes mistakes = catchThrowableOfType(Mistakes.class, () -> site.check("t", typed));
        return mistakes.diagnostics().stream().collect(Collectors.toMap(ValueOriginsTest::line, Diagnostic::from));
    }

    private static String line(Diagnostic mistake) {
        Position at = mistake.at().orElseThrow();
        return at.file() + ":" + at.line();
    }
}
