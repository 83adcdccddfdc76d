// SPDX-License-Identifier: Apache-2.0
/** One effect as data, the comparison it comes from, and the ports that carry it out. Knows no module. */
@NullMarked
package io.shakebook.engine.change;

import org.jspecify.annotations.NullMarked;
