// SPDX-License-Identifier: Apache-2.0
/** What a module author sees: modules, look-ups, inventory types and the world they read. No means to write. */
@NullMarked
package io.shakebook.spi;

import org.jspecify.annotations.NullMarked;
