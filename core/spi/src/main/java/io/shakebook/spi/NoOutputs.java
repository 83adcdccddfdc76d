// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

/** The outputs of a module that has none. */
public record NoOutputs() {}
