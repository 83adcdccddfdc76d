// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Takes the lambdas out of a class, puts a call of a class in the place of each, and keeps these classes. */
final class LambdaTaker extends ClassVisitor {
    private final ClassWriter rest;
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private String name = "";
    private String host = "";

    private LambdaTaker(ClassWriter rest) {
        super(Opcodes.ASM9, rest);
        this.rest = rest;
    }

    static LambdaTaker read(byte[] classFile) {
        LambdaTaker taker = new LambdaTaker(new ClassWriter(0));
        new ClassReader(classFile).accept(taker, 0);
        return taker;
    }

    /** The class without its lambdas. */
    byte[] rest() {
        return rest.toByteArray();
    }

    /** The new classes, by internal name. */
    Map<String, byte[]> made() {
        return made;
    }

    /** Whose nest they are in. */
    String host() {
        return host;
    }

    @Override
    public void visit(
            int version,
            int access,
            String named,
            @Nullable String signature,
            String superName,
            String @Nullable [] interfaces) {
        name = named;
        host = named;
        super.visit(version, access, named, signature, superName, interfaces);
    }

    @Override
    public void visitNestHost(String nestHost) {
        host = nestHost;
        super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor writer = super.visitMethod(access, method, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                Optional<LambdaClass> lambda = LambdaClass.of(called, type, bootstrap, arguments);
                if (lambda.isEmpty()) {
                    super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
                    return;
                }
                String lambdaName = name + "$fn" + (made.size() + 1);
                made.put(lambdaName, lambda.get().bytes(lambdaName, host));
                super.visitMethodInsn(Opcodes.INVOKESTATIC, lambdaName, LambdaClass.FACTORY, type, false);
            }
        };
    }
}
