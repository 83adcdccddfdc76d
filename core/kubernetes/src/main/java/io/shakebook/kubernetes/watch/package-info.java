// SPDX-License-Identifier: Apache-2.0
/**
 * Watches that stay open between waits, so that no change is missed from one wait to the next. They tell that something
 * may have changed and never what.
 */
@NullMarked
package io.shakebook.kubernetes.watch;

import org.jspecify.annotations.NullMarked;
