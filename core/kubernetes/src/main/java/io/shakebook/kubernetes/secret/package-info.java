// SPDX-License-Identifier: Apache-2.0
/** Secrets that lie on the machine: in a file, in the environment, or with a command that the user allows. */
@NullMarked
package io.shakebook.kubernetes.secret;

import org.jspecify.annotations.NullMarked;
