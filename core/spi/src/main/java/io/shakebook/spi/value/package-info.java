// SPDX-License-Identifier: Apache-2.0
/**
 * Values that may not be known, or may not be seen, while planning: texts of literal, secret and pending parts, late
 * values, references to secrets. Nothing here can open a secret.
 */
@NullMarked
package io.shakebook.spi.value;

import org.jspecify.annotations.NullMarked;
