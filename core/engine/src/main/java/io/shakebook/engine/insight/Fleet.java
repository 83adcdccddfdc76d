// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Entries of a group for each of which a playbook is to run.
 *
 * @param parameter of the playbook that takes the entry
 * @param type of the entries
 * @param picked in the order of the group
 * @param leftOut members of the group that a limit left out
 */
public record Fleet(String group, String parameter, String type, List<String> picked, List<String> leftOut) {
    public Fleet {
        requireNonNull(group, "group");
        requireNonNull(parameter, "parameter");
        requireNonNull(type, "type");
        picked = List.copyOf(picked);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What was typed to name one.
     *
     * @param limit names of entries, names of groups, and globs; all of the group if there is none
     */
    public record Query(String group, List<String> limit) {
        public Query {
            requireNonNull(group, "group");
            limit = List.copyOf(limit);
        }
    }
}
