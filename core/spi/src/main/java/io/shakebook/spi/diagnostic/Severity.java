// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.diagnostic;

/** Whether a diagnostic stops the work. */
public enum Severity {
    ERROR,
    WARNING
}
