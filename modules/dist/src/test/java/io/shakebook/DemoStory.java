// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A story that is told on demo sites of its own; it serves them when it has prepared them. */
abstract class DemoStory {
    @TempDir
    Path folder;

    protected DemoSite site;

    @BeforeEach
    final void openSite() throws Exception {
        site = new DemoSite(folder);
    }

    @AfterEach
    final void closeSite() {
        site.close();
    }
}
