// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.cli.report.ModuleMarkdown;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.wiring.ModuleJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pages about the modules that are shipped, from what they say of themselves. */
public final class ModulePages {

    private ModulePages() {}

    /** @param arguments the folder for the pages */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Catalog catalog = ModuleJars.shipped();
        for (Map.Entry<String, String> page :
                new ModuleMarkdown(catalog).pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), UTF_8);
        }
    }
}
