// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark in a folder of runs that says how they are kept. The first version set none, and is read by this one; what a
 * newer one keeps is left alone.
 */
final class FolderFormat {
    private static final String FILE = "format";
    private static final String FORMAT = "shakebook.runs/1";

    private FolderFormat() {}

    /** @throws OtherFormat if the mark is another one than ours */
    static void demand(Path folder) throws IOException, OtherFormat {
        Path mark = folder.resolve(FILE);
        if (!Files.exists(mark)) {
            return;
        }
        String found = Files.readString(mark).strip();
        if (!found.isEmpty() && !found.equals(FORMAT)) {
            throw new OtherFormat("the runs in " + folder + " are kept in the format \"" + found
                    + "\", and this version knows \"" + FORMAT + "\"");
        }
    }

    /** Marks a folder that has no mark yet. */
    static void mark(Path folder) throws IOException {
        Path mark = folder.resolve(FILE);
        if (Files.exists(mark) && Files.size(mark) > 0) {
            return;
        }
        try {
            Files.createFile(mark, FileJournal.owner(folder, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // made meanwhile by somebody else, or cut off before its text: it says the same in the end
            Files.writeString(mark, FORMAT + "\n");
            return;
        }
        Files.writeString(mark, FORMAT + "\n");
    }
}
