// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide the screen is: COLUMNS, else what the terminal says, else 100. */
final class ScreenWidth {
    private static final int DEFAULT = 100;
    private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{1,3}");
    private static final Pattern STTY_SIZE = Pattern.compile("[0-9]+ ([1-9][0-9]{1,3})\\s*");

    private ScreenWidth() {}

    static int of(Map<String, String> environment, Terminal terminal) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (COLUMNS.matcher(columns).matches()) {
            return Integer.parseInt(columns);
        }
        return terminal.out() || terminal.err() ? ofTerminal() : DEFAULT;
    }

    private static int ofTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return DEFAULT;
            }
            Matcher size = STTY_SIZE.matcher(new String(stty.getInputStream().readAllBytes(), US_ASCII));
            return size.matches() ? Integer.parseInt(size.group(1)) : DEFAULT;
        } catch (IOException e) {
            return DEFAULT; // no such program, or no terminal after all
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DEFAULT;
        }
    }
}
