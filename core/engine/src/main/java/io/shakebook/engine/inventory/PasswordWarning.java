// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.regex.Pattern;

/** Warns of values that look like passwords: an inventory lies in git. */
final class PasswordWarning {
    private static final Pattern TELLING =
            Pattern.compile("(.*-)?(password|passwd|passphrase|token|secret-key|api-key)");

    private PasswordWarning() {}

    static void check(InventorySections sections, Problems problems) {
        sections.all().values().forEach(entries -> entries.forEach(entry -> check(entry, problems)));
    }

    private static void check(Entry entry, Problems problems) {
        boolean text = entry.value() instanceof Scalar scalar && !scalar.isNull();
        boolean reported = problems.all().stream()
                .anyMatch(one -> one.at()
                        .filter(at -> at.line() == entry.value().at().line()
                                && at.file().equals(entry.value().at().file()))
                        .isPresent());
        if (text && !reported && TELLING.matcher(entry.name()).matches()) {
            problems.warning(
                    "password-in-file",
                    "the value of \"" + entry.name() + "\" looks like a password",
                    SecretFields.hidden(entry.value().at()),
                    "put it into a Secret of the cluster and name that");
        }
        if (entry.value() instanceof Mapping mapping) {
            mapping.entries().forEach(inner -> check(inner, problems));
        }
    }
}
