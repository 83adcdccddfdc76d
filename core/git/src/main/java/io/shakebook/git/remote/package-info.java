// SPDX-License-Identifier: Apache-2.0
/**
 * Revisions of repositories on other machines: fetched into a cache of bare repositories, never checked out. Who may be
 * asked, with which credentials and for how long is decided here, and by nothing that a repository or a server says.
 */
@NullMarked
package io.shakebook.git.remote;

import org.jspecify.annotations.NullMarked;
