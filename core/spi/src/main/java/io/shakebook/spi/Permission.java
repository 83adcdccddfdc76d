// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import java.util.List;

/**
 * What a module or look-up must be allowed to do, for the documentation and for asking the cluster beforehand.
 *
 * @param group API group, empty for the core group
 * @param resource plural name, with its subresource if any: {@code pods/log}
 */
public record Permission(String group, String resource, List<String> verbs) {
    public Permission {
        verbs = List.copyOf(verbs);
    }
}
