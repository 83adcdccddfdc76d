// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

/** What to make of a workload that does not exist. */
public enum IfMissing {
    ERROR,
    NOTHING
}
