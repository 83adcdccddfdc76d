// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import picocli.CommandLine.Option;

/** Which inventory. */
final class InventoryOption {
    @Option(
            names = {"-i", "--inventory"},
            required = true,
            paramLabel = "INV",
            description = "The inventory folder.")
    String inventory = "";
}
