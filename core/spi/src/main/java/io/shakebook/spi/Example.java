// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

/**
 * An example of a module or look-up as it stands in a playbook; the tests plan it and carry it out.
 *
 * @param title what it shows
 * @param yaml the step or fact, without its name; of an inventory type an entry, with its name
 */
public record Example(String title, String yaml) {
    public Example {
        requireNonNull(title, "title");
        requireNonNull(yaml, "yaml");
    }
}
