// SPDX-License-Identifier: Apache-2.0
/**
 * The adapters between commands and the engine: sessions, embedded clusters, modules found, folders of the user. Put
 * together by hand; no rule of the engine and no wording of a report lives here.
 */
@NullMarked
package io.shakebook.wiring;

import org.jspecify.annotations.NullMarked;
