// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "Print only results, questions and failures.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more; with a bug, where it is.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    boolean help;
}
