// SPDX-License-Identifier: Apache-2.0
/** From checked playbook to plan. Never imported by the run. */
@NullMarked
package io.shakebook.engine.planning;

import org.jspecify.annotations.NullMarked;
