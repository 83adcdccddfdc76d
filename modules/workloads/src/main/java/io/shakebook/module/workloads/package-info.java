// SPDX-License-Identifier: Apache-2.0
/** The look-up "workloads" and the gate "workloads-stopped": workloads found by name, so that hand-made ones are found too. */
@NullMarked
package io.shakebook.module.workloads;

import org.jspecify.annotations.NullMarked;
