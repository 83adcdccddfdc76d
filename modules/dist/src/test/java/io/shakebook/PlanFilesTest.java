// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            playbook: p          | is no plan file, as | if it is a playbook: shakebook run
            ''                   | is no plan file, as | if it is a playbook: shakebook run
            '{"digest": "1"'     | the plan is not readable | make the plan again, or restore the file
            """)
    void whatIsNoPlanFileIsSaidWithWhatItMayBe(String text, String words, String remedy) throws Exception {
        Files.writeString(folder.resolve("my.plan"), text);
        for (String verb : new String[] {"apply", "show"}) {
            Ended ended = Program.in(folder).run(verb, "my.plan");
            assertThat(ended.exit()).isEqualTo(65);
            assertThat(ended.err()).contains("my.plan", words, remedy, "nothing was contacted or written");
        }
    }
}
