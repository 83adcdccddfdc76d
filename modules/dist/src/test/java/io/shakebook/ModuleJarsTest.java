// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A jar that cannot be used is never passed over: it is named, with the reason. */
class ModuleJarsTest {
    private static final String SERVICE = "META-INF/services/io.shakebook.spi.StepModule";

    @TempDir
    Path folder;

    private Path modules;

    @BeforeEach
    void open() throws IOException {
        modules = Files.createDirectories(folder.resolve("modules"));
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws Exception {
        Files.writeString(modules.resolve("broken.jar"), "half of a download");

        list(74, modules.resolve("broken.jar") + "", "is no jar that can be read", "build or copy it again");
    }

    @Test
    void aJarThatOffersAClassThatItDoesNotHoldIsNamed() throws Exception {
        Path content = folder.resolve("content");
        Path service = content.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "# mine\nexample.Lost # gone\n");
        ExampleJar.pack(modules.resolve("lost.jar"), content);

        list(74, "lost.jar\" offers the class \"example.Lost\", but does not hold it");
    }

    @Test
    void oneClassInTwoJarsNamesBoth() throws Exception {
        Path jar = ExampleJar.in(Files.createDirectories(folder.resolve("build")));
        Files.copy(jar, modules.resolve("labelled-1.jar"));
        Files.copy(jar, modules.resolve("labelled-2.jar"));

        list(74, "\"example.Labelled\" is there twice", "labelled-1.jar", "labelled-2.jar");
    }

    @Test
    void oneNameInTwoJarsNamesBoth() throws Exception {
        module("One", "twin");
        module("Two", "twin");

        list(
                74,
                "the module \"twin\" is there twice",
                "\"example.One\" of",
                "One.jar",
                "\"example.Two\" of",
                "Two.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespace", "cluster", "when", "name", "confirm", "for-each"})
    void aNameThatIsAKeyOfAStepIsRefusedWithAllThatAreTaken(String name) throws Exception {
        module("Own", name);

        list(
                74,
                "\"example.Own\" of",
                "Own.jar calls its module \"" + name + "\"",
                "within, hold, take, replace, confirm");
    }

    @Test
    void aNameThatNobodyCouldWriteIsRefused() throws Exception {
        module("Own", "my Module");

        list(74, "Own.jar calls its module \"my Module\"", "lower-case letters");
    }

    @Test
    void aModuleThatBreaksWhenItIsMadeIsNamed() throws Exception {
        module("Own", "own", "    public Own() { throw new IllegalStateException(\"no licence\"); }\n");

        list(74, "\"example.Own\" of", "Own.jar cannot be made", "no licence");
    }

    private void list(int code, String... words) throws Exception {
        try (DemoSite site = new DemoSite(
                folder.resolve("site"), Map.of("SHAKEBOOK_MODULES", modules.toString()), Optional.empty())) {
            site.command("modules", "list").exits(code).says(words);
        }
    }

    private void module(String type, String name, String... members) throws IOException {
        Path content = folder.resolve(type);
        Path source = Files.createDirectories(folder.resolve("sources")).resolve(type + ".java");
        Files.writeString(source, """
                package example;

                import io.shakebook.spi.*;
                import java.util.List;

                public final class %s implements StepModule<%1$s.Args, NoOutputs> {
                    public record Args() {}

                %s
                    public ModuleSpec<Args, NoOutputs> spec() {
                        return new ModuleSpec<>("%s", "", "", Args.class, NoOutputs.class, true, List.of(), List.of());
                    }

                    public Desired<NoOutputs> want(Args args, World world) {
                        return Desired.nothing();
                    }

                    public Verdict verify(Args args, World world) {
                        return Verdict.ready("");
                    }
                }
                """.formatted(type, String.join("", members), name));
        Path service = content.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "example." + type + "\n");
        ExampleJar.compile(content, List.of(source));
        ExampleJar.pack(modules.resolve(type + ".jar"), content);
    }
}
