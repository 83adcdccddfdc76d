// SPDX-License-Identifier: Apache-2.0
/**
 * Files at a git revision. The only home of JGit: nothing is checked out, no hook, filter or other program that a
 * repository names is run, and neither the user's nor the machine's git configuration is read.
 */
@NullMarked
package io.shakebook.git;

import org.jspecify.annotations.NullMarked;
