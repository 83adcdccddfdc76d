// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** What Java does to a value on its way from a functional interface to the method that a lambda calls, and back. */
final class Conversion {
    private static final String OBJECT = "java/lang/Object";
    private static final Map<String, Type> PRIMITIVES = Map.of(
            "java/lang/Boolean", Type.BOOLEAN_TYPE,
            "java/lang/Byte", Type.BYTE_TYPE,
            "java/lang/Character", Type.CHAR_TYPE,
            "java/lang/Short", Type.SHORT_TYPE,
            "java/lang/Integer", Type.INT_TYPE,
            "java/lang/Long", Type.LONG_TYPE,
            "java/lang/Float", Type.FLOAT_TYPE,
            "java/lang/Double", Type.DOUBLE_TYPE);

    private Conversion() {}

    /** From one class to another; leaves primitives alone. */
    static void cast(GeneratorAdapter code, Type from, Type to) {
        if (!primitive(from)
                && !primitive(to)
                && !from.equals(to)
                && !to.getInternalName().equals(OBJECT)) {
            code.checkCast(to);
        }
    }

    /** Between a primitive and its class, or two primitives; leaves classes alone. */
    static void box(GeneratorAdapter code, Type from, Type to) {
        if (primitive(from) && primitive(to)) {
            code.cast(from, to);
        } else if (primitive(from)) {
            code.valueOf(from);
        } else if (primitive(to)) {
            Type own = PRIMITIVES.getOrDefault(from.getInternalName(), to);
            code.unbox(own);
            code.cast(own, to);
        }
    }

    private static boolean primitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }
}
