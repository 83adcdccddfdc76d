// SPDX-License-Identifier: Apache-2.0
/** What a playbook says: syntax only, every value with its position. Nothing is resolved here. */
@NullMarked
package io.shakebook.engine.playbook;

import org.jspecify.annotations.NullMarked;
