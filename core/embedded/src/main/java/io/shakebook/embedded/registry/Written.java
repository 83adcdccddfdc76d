// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a write: the object as it is (or, in a dry run, would be), and what to warn of. */
public record Written(ObjectNode object, boolean created, List<String> warnings) {
    static Written changed(ObjectNode object, List<String> warnings) {
        return new Written(object, false, warnings);
    }
}
