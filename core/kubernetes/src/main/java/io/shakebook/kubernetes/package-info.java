// SPDX-License-Identifier: Apache-2.0
/**
 * Clusters of an inventory: reads, previews, secrets, guarded writes and waits. The only home of the Kubernetes client.
 * Nothing is contacted before the first question, and no class of the client is loaded before that.
 */
@NullMarked
package io.shakebook.kubernetes;

import org.jspecify.annotations.NullMarked;
