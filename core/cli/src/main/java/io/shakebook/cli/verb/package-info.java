// SPDX-License-Identifier: Apache-2.0
/** One class per command, with its ports by constructor. Nothing here knows how a plan is made or carried out. */
@NullMarked
package io.shakebook.cli.verb;

import org.jspecify.annotations.NullMarked;
