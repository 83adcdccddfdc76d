// SPDX-License-Identifier: Apache-2.0
/** What an inventory says: clusters, entries, groups and parameters. Nothing is contacted here. */
@NullMarked
package io.shakebook.engine.inventory;

import org.jspecify.annotations.NullMarked;
