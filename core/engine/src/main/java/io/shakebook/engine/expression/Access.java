// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.spi.diagnostic.Position;

/** One step of a path. */
public sealed interface Access {

    Position at();

    /** {@code .name}. */
    record Field(Position at, String name) implements Access {}

    /** {@code [key]}: the variable of a {@code for-each}, a quoted text or a whole number. */
    record Index(Position at, Expression key) implements Access {}
}
