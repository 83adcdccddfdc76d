// SPDX-License-Identifier: Apache-2.0
/**
 * Kubernetes objects as plain data: identities, immutable trees, field paths, and readers of what several modules must
 * know of workloads and pods. No client, nothing that writes, no reader that only one module needs.
 */
@NullMarked
package io.shakebook.spi.kube;

import org.jspecify.annotations.NullMarked;
