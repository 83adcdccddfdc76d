// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * One lambda as a class: what it captured is in its fields. See {@code java.lang.invoke.LambdaMetafactory}, whose words the
 * components are.
 *
 * @param interfaceMethod the one method of the functional interface, erased
 * @param captured the types of what was captured, and the interface
 * @param instantiated the types of that method where the lambda stands
 * @param implementation what is to be called
 */
record LambdaClass(Method interfaceMethod, Type captured, Type instantiated, Handle implementation) {
    /** Static, in each class; takes what is captured. */
    static final String FACTORY = "of";

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String CONSTRUCTOR = "<init>";
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    /** Empty for what is no lambda, and for those that ask for more than a lambda mostly does: serialization, markers. */
    static Optional<LambdaClass> of(String name, String type, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals(METAFACTORY) || !bootstrap.getName().equals("metafactory")) {
            return Optional.empty();
        }
        Type erased = (Type) arguments[0];
        return Optional.of(new LambdaClass(
                        new Method(name, erased.getDescriptor()),
                        Type.getMethodType(type),
                        (Type) arguments[2],
                        (Handle) arguments[1]))
                .filter(lambda -> lambda.implementation.getTag() != Opcodes.H_INVOKESPECIAL);
    }

    /** @param host of the nest that the lambda stands in */
    byte[] bytes(String name, String host) {
        Type self = Type.getObjectType(name);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        String[] implemented = {captured.getReturnType().getInternalName()};
        writer.visit(Opcodes.V17, access, name, null, OBJECT.getInternalName(), implemented);
        writer.visitNestHost(host);
        for (int at = 0; at < fields().length; at++) {
            writer.visitField(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                            field(at),
                            fields()[at].getDescriptor(),
                            null,
                            null)
                    .visitEnd();
        }
        constructor(writer, self);
        factory(writer, self);
        call(writer, self);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Type[] fields() {
        return captured.getArgumentTypes();
    }

    private static String field(int at) {
        return "captured" + at;
    }

    private Method constructor() {
        return new Method(CONSTRUCTOR, Type.VOID_TYPE, fields());
    }

    private void constructor(ClassWriter writer, Type self) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PRIVATE, constructor(), null, null, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, new Method(CONSTRUCTOR, "()V"));
        for (int at = 0; at < fields().length; at++) {
            code.loadThis();
            code.loadArg(at);
            code.putField(self, field(at), fields()[at]);
        }
        code.returnValue();
        code.endMethod();
    }

    private void factory(ClassWriter writer, Type self) {
        Method method = new Method(FACTORY, captured.getDescriptor());
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_STATIC, method, null, null, writer);
        code.newInstance(self);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(self, constructor());
        code.returnValue();
        code.endMethod();
    }

    private void call(ClassWriter writer, Type self) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, interfaceMethod, null, null, writer);
        if (implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.newInstance(owner());
            code.dup();
        }
        for (int at = 0; at < fields().length; at++) {
            code.loadThis();
            code.getField(self, field(at), fields()[at]);
        }
        List<Type> taken = taken();
        for (int at = 0; at < interfaceMethod.getArgumentTypes().length; at++) {
            code.loadArg(at);
            Type exact = instantiated.getArgumentTypes()[at];
            Conversion.cast(code, interfaceMethod.getArgumentTypes()[at], exact);
            Conversion.box(code, exact, taken.get(fields().length + at));
        }
        invoke(code);
        hand(code);
        code.returnValue();
        code.endMethod();
    }

    private Type owner() {
        return Type.getObjectType(implementation.getOwner());
    }

    /** What the called method takes, the object that it belongs to included. */
    private List<Type> taken() {
        List<Type> types = new ArrayList<>();
        boolean ofObject = implementation.getTag() == Opcodes.H_INVOKEVIRTUAL
                || implementation.getTag() == Opcodes.H_INVOKEINTERFACE;
        if (ofObject) {
            types.add(owner());
        }
        types.addAll(List.of(Type.getArgumentTypes(implementation.getDesc())));
        return types;
    }

    private void invoke(GeneratorAdapter code) {
        int instruction = switch (implementation.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> throw new IllegalStateException("no lambda calls " + implementation);
        };
        code.visitMethodInsn(
                instruction,
                implementation.getOwner(),
                implementation.getName(),
                implementation.getDesc(),
                implementation.isInterface());
    }

    /** Makes what was returned into what the interface returns. */
    private void hand(GeneratorAdapter code) {
        Type from = implementation.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? owner()
                : Type.getReturnType(implementation.getDesc());
        Type to = interfaceMethod.getReturnType();
        if (to.equals(Type.VOID_TYPE)) {
            if (from.getSize() == 2) {
                code.pop2();
            } else if (from.getSize() == 1) {
                code.pop();
            }
            return;
        }
        Conversion.box(code, from, to);
        Conversion.cast(code, from, to);
    }
}
