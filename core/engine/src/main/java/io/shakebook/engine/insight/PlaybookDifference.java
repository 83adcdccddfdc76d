// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A playbook of which parameters resolve differently.
 *
 * @param name as the playbook says
 * @param path as typed
 * @param fields by parameter, and what is in it: {@code pair.primary.version}
 */
public record PlaybookDifference(String name, String path, List<FieldDifference> fields) {
    public PlaybookDifference {
        requireNonNull(name, "name");
        requireNonNull(path, "path");
        fields = List.copyOf(fields);
    }
}
