// SPDX-License-Identifier: Apache-2.0
/** How clusters stand to what a playbook says, as data. Found in planning; no worker and no port lives here. */
@NullMarked
package io.shakebook.engine.drift;

import org.jspecify.annotations.NullMarked;
