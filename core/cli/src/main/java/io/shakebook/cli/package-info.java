// SPDX-License-Identifier: Apache-2.0
/**
 * What verbs and reports share: exit codes, what was typed, and the ports through which a verb reaches the engine. No
 * client of a cluster, no file format and no parser is reached from here.
 */
@NullMarked
package io.shakebook.cli;

import org.jspecify.annotations.NullMarked;
