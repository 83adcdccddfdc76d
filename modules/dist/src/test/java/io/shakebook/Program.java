// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.wiring.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The whole program in this JVM, with nobody at the terminal: what a process would do, without its start.
 *
 * @param width of the screen, in columns
 */
record Program(Supplier<Machine> machine, int width) {
    private static final int WIDE = 1000;

    /** On a wide screen, so that texts are not broken; runs are kept in the folder. */
    static Program in(Path folder) {
        return in(folder, Map.of());
    }

    /** @param environment variables of the machine, beside that of the state */
    static Program in(Path folder, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Program(
                () -> new Machine(
                        all,
                        folder,
                        folder,
                        Optional.empty(),
                        Clock.systemUTC(),
                        new SecureRandom(),
                        "test",
                        "li@ops-1"),
                WIDE);
    }

    /** The same, but for how long a cluster's answers are waited for. */
    Program waiting(Deadlines patience) {
        return new Program(() -> machine.get().waiting(patience), width);
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Terminal.NONE,
                false,
                () -> width,
                new Answers(new ByteArrayInputStream(new byte[0])));
        int code = new Wiring(console, () -> watched(console)).verbs().run(arguments);
        return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Machine watched(Console console) {
        Machine usual = machine.get();
        return usual.telling(usual.notes(), console::remark);
    }

    /** @return how it ended: with this exit code */
    Ended exits(int code, String... arguments) {
        Ended ended = run(arguments);
        assertThat(ended.exit())
                .as(() -> String.join(" ", arguments) + "\n" + ended)
                .isEqualTo(code);
        return ended;
    }
}
