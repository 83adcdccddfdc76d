// SPDX-License-Identifier: Apache-2.0
/** Files at a revision (port SourceTree), YAML nodes with positions, canonical JSON. Knows no playbook. */
@NullMarked
package io.shakebook.engine.source;

import org.jspecify.annotations.NullMarked;
