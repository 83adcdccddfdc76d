// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Finishes the folder that is shipped: makes classes of our lambdas, writes the class path in its order, and a build id made from the contents of the
 * jars. Class-data archives are kept under this id: reproducible builds repeat sizes and times, so these cannot tell an
 * old archive from a new one.
 */
public final class AppFolder {
    private static final int ID_LENGTH = 32;

    private AppFolder() {}

    /**
     * @param arguments the folder that holds {@code lib}, the name of our own jar in it, the file with the class path of the
     *     others, and the time that all jars get, since Java takes no archive for a jar of another time
     */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path home = Path.of(arguments[0]);
        String others = Files.readString(Path.of(arguments[2]), UTF_8).strip();
        String classPath = "lib/" + arguments[1] + ":" + others;
        FileTime time = FileTime.from(Instant.parse(arguments[3]));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String jar : classPath.split(":")) {
            UnsignedJars.unsign(home.resolve(jar));
            if (jar.startsWith("lib/shakebook-")) {
                NamedLambdas.name(home.resolve(jar));
            }
            Files.setLastModifiedTime(home.resolve(jar), time);
            digest.update(jar.getBytes(UTF_8));
            digest.update(Files.readAllBytes(home.resolve(jar)));
        }
        String id = HexFormat.of().formatHex(digest.digest()).substring(0, ID_LENGTH);
        Files.writeString(home.resolve("lib/classpath"), classPath + "\n", UTF_8);
        Files.writeString(home.resolve("lib/build-id"), id + "\n", UTF_8);
        forgetJarsOfEarlierBuilds(home, List.of(classPath.split(":")));
    }

    /** A library that is no longer used would be shipped by everybody who does not begin with an empty folder. */
    private static void forgetJarsOfEarlierBuilds(Path home, List<String> used) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.resolve("lib"), "*.jar")) {
            for (Path jar : jars) {
                if (!used.contains("lib/" + jar.getFileName())) {
                    Files.delete(jar);
                }
            }
        }
    }
}
