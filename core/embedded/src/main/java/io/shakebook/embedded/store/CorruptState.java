// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import java.io.IOException;
import java.nio.file.Path;

/** The state file is not as it was written; nothing was changed. */
public final class CorruptState extends IOException {
    private static final long serialVersionUID = 1;

    public CorruptState(Path file, String what) {
        super(
                "the state of the embedded cluster in '" + file + "' cannot be used: " + what
                        + ". Reset the embedded cluster to start again from its seed (its state is lost), or put back a copy of the file");
    }
}
