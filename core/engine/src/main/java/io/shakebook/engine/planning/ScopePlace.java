// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Slot;
import io.shakebook.spi.kube.NamespaceName;

/** Where a step acts. */
record ScopePlace(String cluster, String namespace) {

    static final Slot NAMESPACE = Slot.of(NamespaceName.class);
}
