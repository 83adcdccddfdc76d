// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;

/** What the command line library prints of its own: help and completion scripts. */
final class ConsoleWriter extends PrintWriter {

    ConsoleWriter(Consumer<String> console) {
        super(
                new Writer() {
                    @Override
                    public void write(char[] characters, int from, int length) {
                        console.accept(new String(characters, from, length));
                    }

                    @Override
                    public void flush() {
                        // the console keeps nothing back
                    }

                    @Override
                    public void close() {
                        // the console outlives the help
                    }
                },
                true);
    }
}
