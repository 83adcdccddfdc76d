// SPDX-License-Identifier: Apache-2.0
/** What must be allowed on clusters, and the port that asks them. Knows neither plans nor playbooks. */
@NullMarked
package io.shakebook.engine.access;

import org.jspecify.annotations.NullMarked;
