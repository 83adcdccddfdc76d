// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the build made of the jars after the compiler was done. */
class ShippedClassesE2eTest {
    private static final Path LIB = Path.of("target/app/lib");
    private static final Instant FIXED = Instant.parse("2026-11-22T00:00:00Z"); // outputTimestamp of the build

    /** Asking a class for its methods makes Java verify it, whether or not a command comes to it. */
    @Test
    void eachClassOfOursIsOneThatJavaAccepts() throws Exception {
        List<Path> jars = jars();
        List<String> names = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("shakebook-"))
                .flatMap(ShippedClassesE2eTest::names)
                .filter(name -> !name.startsWith("io.shakebook.build.")) // uses what is not shipped
                .toList();
        assertThat(names).hasSizeGreaterThan(1000).anyMatch(name -> name.endsWith("$fn1"));
        URL[] urls = jars.stream().map(ShippedClassesE2eTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (String name : names) {
                assertThat(Class.forName(name, false, loader).getDeclaredMethods())
                        .as(name)
                        .isNotNull();
            }
        }
    }

    /** Java takes no archive for a jar of another time, and the next build of the same sources looks for the same archive. */
    @Test
    void jarsOfEachBuildHaveTheSameTime() throws Exception {
        assertThat(jars()).extracting(Files::getLastModifiedTime).containsOnly(FileTime.from(FIXED));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(LIB)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> names(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
