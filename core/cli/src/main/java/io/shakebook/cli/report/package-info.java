// SPDX-License-Identifier: Apache-2.0
/**
 * Everything that is printed, one class per subject and format, made from a plan, from events or from diagnostics. A
 * report decides nothing and asks nobody. The only package that touches the process's own streams.
 */
@NullMarked
package io.shakebook.cli.report;

import org.jspecify.annotations.NullMarked;
