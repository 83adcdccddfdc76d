// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

/** One wrong field, as in a Status' details.causes. */
public record Cause(String reason, String field, String message) {}
