// SPDX-License-Identifier: Apache-2.0
/**
 * Kubeconfig files: which ones count, what a context of them says, and every reason why it cannot be used. Contacts no
 * cluster; there is no fallback to another context, to the environment of a pod or to a default host.
 */
@NullMarked
package io.shakebook.kubernetes.kubeconfig;

import org.jspecify.annotations.NullMarked;
