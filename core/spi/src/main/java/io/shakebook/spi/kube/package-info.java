// SPDX-License-Identifier: Apache-2.0
/** Kubernetes objects as plain data: identities, immutable trees, field paths. No client, no kind has a class of its own. */
@NullMarked
package io.shakebook.spi.kube;

import org.jspecify.annotations.NullMarked;
