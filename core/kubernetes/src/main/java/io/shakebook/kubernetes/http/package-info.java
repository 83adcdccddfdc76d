// SPDX-License-Identifier: Apache-2.0
/**
 * Requests and answers: deadlines, retries, limits, TLS, plain words for what went wrong. The only package that touches
 * the HTTP client. Knows no Kubernetes object.
 */
@NullMarked
package io.shakebook.kubernetes.http;

import org.jspecify.annotations.NullMarked;
