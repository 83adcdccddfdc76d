// SPDX-License-Identifier: Apache-2.0
/** Who signed a commit, by the list of signers on the user's own machine. Nothing of that list comes from a repository. */
@NullMarked
package io.shakebook.git.signing;

import org.jspecify.annotations.NullMarked;
