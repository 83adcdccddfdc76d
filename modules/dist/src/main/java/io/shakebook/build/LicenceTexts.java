// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts the licence and notice texts of the shipped libraries beside them, as their licences ask for. A library whose jar
 * holds none is under Apache-2.0, whose text is the archive's own {@code LICENSE}, or given to
 * everybody; the build's list of licences sees to it.
 */
public final class LicenceTexts {
    private static final Pattern TEXT = Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*|about\\.html");

    private LicenceTexts() {}

    /** @param arguments the folder that holds {@code lib}, and the file with the class path of the libraries */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        for (String jar : Files.readString(Path.of(arguments[1]), UTF_8).strip().split(":")) {
            copy(home.resolve(jar), home.resolve("licences"));
        }
    }

    private static void copy(Path jar, Path to) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> texts = zip.stream()
                    .filter(entry -> TEXT.matcher(entry.getName()).matches())
                    .toList();
            for (ZipEntry text : texts) {
                Path file = to.resolve(name).resolve(Path.of(text.getName()).getFileName());
                Files.createDirectories(to.resolve(name));
                try (InputStream in = zip.getInputStream(text)) {
                    Files.write(file, in.readAllBytes());
                }
            }
        }
    }
}
