// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Makes a class of each lambda in a jar of ours, the same that Java makes when it first meets the lambda. A class comes out
 * of a class-data archive in a sixth of the time that linking even an archived lambda takes, and a plan meets six hundred.
 */
final class NamedLambdas {
    private static final String CLASS = ".class";

    private NamedLambdas() {}

    /** Doing it twice changes nothing more. */
    static void name(Path jar) throws IOException {
        Path named = jar.resolveSibling(jar.getFileName() + ".named");
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(named))) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), in.readAllBytes());
                }
            }
            for (Map.Entry<String, byte[]> content : of(contents).entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(entries.get(0).getTimeLocal());
                out.putNextEntry(entry);
                out.write(content.getValue());
                out.closeEntry();
            }
        }
        Files.move(named, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @param contents of a jar, by name; what is no class is handed on */
    static Map<String, byte[]> of(Map<String, byte[]> contents) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        Map<String, List<String>> members = new LinkedHashMap<>();
        contents.forEach((name, content) -> {
            if (name.endsWith(CLASS)) {
                LambdaTaker taker = LambdaTaker.read(content);
                all.put(name, taker.made().isEmpty() ? content : taker.rest());
                taker.made().forEach((made, bytes) -> all.put(made + CLASS, bytes));
                members.computeIfAbsent(taker.host() + CLASS, host -> new ArrayList<>())
                        .addAll(taker.made().keySet());
            } else {
                all.put(name, content);
            }
        });
        members.forEach((host, names) -> all.computeIfPresent(host, (name, content) -> joined(content, names)));
        return all;
    }

    /** What is private in a nest may be called by its members only, and the host says who they are. */
    private static byte[] joined(byte[] host, List<String> members) {
        if (members.isEmpty()) {
            return host;
        }
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(host)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitEnd() {
                                members.forEach(this::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
