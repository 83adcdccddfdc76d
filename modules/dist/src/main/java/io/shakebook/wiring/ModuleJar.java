// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.cli.LocalFault;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A jar of a modules folder.
 *
 * @param offered names of the classes that its service files give; none for a library that others use
 */
record ModuleJar(Path file, List<String> offered) {
    private static final List<Class<?>> SERVICES = List.of(StepModule.class, Lookup.class, InventoryType.class);

    ModuleJar {
        offered = List.copyOf(offered);
    }

    /** @throws LocalFault if it is no jar */
    static ModuleJar read(Path file) throws LocalFault {
        TreeSet<String> offered = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (Class<?> service : SERVICES) {
                ZipEntry names = jar.getEntry("META-INF/services/" + service.getName());
                if (names != null) {
                    offered.addAll(names(jar, names));
                }
            }
            return new ModuleJar(file, List.copyOf(offered));
        } catch (IOException e) {
            throw new LocalFault(
                    "\"" + file + "\" in a modules folder is no jar that can be read: " + e.getMessage(),
                    "build or copy it again, or remove it");
        }
    }

    private static List<String> names(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream text = jar.getInputStream(entry)) {
            return new String(text.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** @throws LocalFault if a class that it offers is missing, broken, or comes from elsewhere */
    void check(ClassLoader loader) throws LocalFault {
        for (String name : offered) {
            Optional<Path> from = Origin.file(load(name, loader));
            if (from.isPresent() && !from.get().equals(file.toAbsolutePath())) {
                throw new LocalFault(
                        "the class \"" + name + "\" is there twice: in " + from.get() + " and in " + file,
                        "remove one of the two jars");
            }
        }
    }

    private Class<?> load(String name, ClassLoader loader) throws LocalFault {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new LocalFault(
                    "\"" + file + "\" offers the class \"" + name + "\", but does not hold it",
                    "correct its META-INF/services, or remove the jar");
        } catch (LinkageError e) {
            throw new LocalFault(
                    "the class \"" + name + "\" of " + file + " cannot be loaded: " + e.getMessage(),
                    "build it for this version of Shakebook and put what it uses beside it, or remove the jar");
        }
    }
}
