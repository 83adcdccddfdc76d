// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a playbook.
 *
 * @param type as written: {@code list of string}; empty if it is wrong
 * @param mayBeDown members of the entry that it takes whose clusters may be down
 * @param oneOf the texts that it may have; empty for any
 */
public record Parameter(
        String name,
        Position at,
        Optional<Scalar> type,
        Optional<YamlNode> defaultsTo,
        List<Scalar> mayBeDown,
        List<Scalar> oneOf,
        String doc) {
    public Parameter {
        mayBeDown = List.copyOf(mayBeDown);
        oneOf = List.copyOf(oneOf);
    }
}
