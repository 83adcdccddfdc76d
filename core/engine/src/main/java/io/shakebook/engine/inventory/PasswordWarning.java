// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of values that look like passwords: an inventory lies in git. No diagnostic shows a line with one. */
final class PasswordWarning {
    private final Problems problems;
    private final Set<String> lines = new HashSet<>();

    private PasswordWarning(Problems problems) {
        this.problems = problems;
    }

    /** @return everything that was found, and the warnings */
    static List<Diagnostic> added(InventorySections sections, Problems found) {
        Problems warnings = new Problems();
        PasswordWarning check = new PasswordWarning(warnings);
        sections.all().values().forEach(entries -> entries.forEach(entry -> check.node(entry.name(), entry.value())));
        Problems all = new Problems();
        all.addAll(found.all().stream().map(check::hiding).toList());
        warnings.all().stream().filter(warning -> !said(warning, found)).forEach(all::add);
        return all.all();
    }

    private void node(String key, YamlNode value) {
        if (value instanceof Scalar scalar && !scalar.isNull() && PasswordLook.has(key, scalar.text())) {
            lines.add(line(scalar.at()));
            problems.warning(
                    "password-in-file",
                    "the value of \"" + key + "\" looks like a password",
                    SecretFields.hidden(scalar.at()),
                    "put it where it is safe and name that place: a Secret of a cluster, a file, a variable, a command");
        } else if (value instanceof Sequence list) {
            list.items().forEach(item -> node(key, item));
        } else if (value instanceof Mapping mapping) {
            boolean refers = SecretFields.refers(mapping);
            mapping.entries().stream()
                    .filter(entry -> !refers || entry.name().equals("command"))
                    .forEach(this::entry);
        }
    }

    private void entry(Entry entry) {
        node(entry.name(), entry.value());
    }

    /** A line is shown with its text, whatever on it is wrong. */
    private Diagnostic hiding(Diagnostic one) {
        return one.at()
                .filter(at -> lines.contains(line(at)))
                .map(at -> new Diagnostic(
                        one.severity(), one.code(), one.summary(), Optional.of(SecretFields.hidden(at)), one.remedy()))
                .orElse(one);
    }

    /** Whether a mistake was found in the very value. */
    private static boolean said(Diagnostic warning, Problems found) {
        return warning.at().stream()
                .anyMatch(at -> found.all().stream()
                        .flatMap(one -> one.at().stream())
                        .anyMatch(other -> line(other).equals(line(at)) && other.column() == at.column()));
    }

    private static String line(Position at) {
        return at.file() + ":" + at.line();
    }
}
