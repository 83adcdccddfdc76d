// SPDX-License-Identifier: Apache-2.0
/**
 * Kubernetes objects over HTTP: paths, reads, server-side apply with guards, and what the server's refusals mean. Decides
 * nothing about plans; knows neither kubeconfigs nor the HTTP client.
 */
@NullMarked
package io.shakebook.kubernetes.api;

import org.jspecify.annotations.NullMarked;
