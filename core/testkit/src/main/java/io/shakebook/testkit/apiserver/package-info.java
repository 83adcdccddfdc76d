// SPDX-License-Identifier: Apache-2.0
/**
 * A Kubernetes API server as a test sees it: raw HTTP, its answers, watches, and a real kube-apiserver to start. Knows
 * neither the engine nor any Kubernetes client; what every server must answer stands in {@code contract}.
 */
@NullMarked
package io.shakebook.testkit.apiserver;

import org.jspecify.annotations.NullMarked;
