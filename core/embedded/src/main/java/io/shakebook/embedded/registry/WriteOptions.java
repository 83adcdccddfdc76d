// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

/**
 * How a write is to be done.
 *
 * @param manager the field manager
 * @param dryRun answer as if written, but write nothing
 * @param force take fields from other managers (server-side apply only)
 * @param validation what to do about undeclared fields
 */
public record WriteOptions(String manager, boolean dryRun, boolean force, Validation validation) {
    public enum Validation {
        STRICT,
        WARN,
        IGNORE
    }

    /** For what the control plane writes by itself. */
    public static WriteOptions of(String manager) {
        return new WriteOptions(manager, false, false, Validation.IGNORE);
    }
}
